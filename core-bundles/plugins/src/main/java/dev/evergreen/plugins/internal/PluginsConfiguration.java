package dev.evergreen.plugins.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code dev.evergreen.plugins}. */
@ObjectClassDefinition(name = "Plugins")
@interface PluginsConfiguration {
    @AttributeDefinition(name = "Largest plugin jar in bytes")
    long maximumBytes() default 268_435_456;

    @AttributeDefinition(
            name = "Allowed digests",
            description = "sha256:… of jars that may be installed; with allowed signers also empty, any may.")
    String[] allowedDigests() default {};

    @AttributeDefinition(
            name = "Allowed signers",
            description = "Subject names (RFC 2253) of certificates whose signed jars may be installed.")
    String[] allowedSigners() default {};

    @AttributeDefinition(name = "Seconds a new version has to become active")
    int activationSeconds() default 20;
}
