package dev.evergreen.cache.redis.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which Redis server the nodes share; {@code etc/dev.evergreen.cache.redis.cfg}. */
@ObjectClassDefinition(
        name = "Redis",
        description =
                "A Redis server (6.2 or later) that the nodes share for cache, live events and limits; without one each"
                        + " node keeps these in its own memory.")
@interface RedisConfiguration {
    @AttributeDefinition(
            name = "URL",
            required = false,
            description =
                    "redis://[user@]host:port[/database], or rediss:// for TLS, also EVERGREEN_REDIS_URL; empty for no"
                            + " server.")
    String url() default "";

    @AttributeDefinition(
            required = false,
            description = "Where the password is: env:NAME or file:PATH; empty when the server asks for none.")
    String password() default "";

    @AttributeDefinition(
            name = "TLS certificates",
            required = false,
            description =
                    "A PEM file with the certificates that are trusted, also EVERGREEN_REDIS_TLS_CERTIFICATES; empty for"
                            + " those that Java trusts.")
    String tls_certificates() default "";

    @AttributeDefinition(
            description = "What all keys and channels begin with; nodes with the same prefix share everything.")
    String prefix() default "evergreen";

    @AttributeDefinition(
            description = "Connections of this node to the server, 2 to 200, beside the one that listens for events.")
    int connections() default 16;

    @AttributeDefinition(
            name = "Timeout (ms)",
            description = "How long one answer of the server may take before it counts as away, 50 to 60000.")
    int timeout_millis() default 1000;
}
