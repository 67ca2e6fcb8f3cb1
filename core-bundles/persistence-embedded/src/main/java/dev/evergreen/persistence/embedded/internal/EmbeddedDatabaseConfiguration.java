package dev.evergreen.persistence.embedded.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The private PostgreSQL server; {@code etc/dev.evergreen.database.embedded.cfg}. */
@ObjectClassDefinition(
        name = "Embedded database",
        description = "The PostgreSQL server a node runs for itself when no other database is configured.")
@interface EmbeddedDatabaseConfiguration {
    @AttributeDefinition(description = "Port on 127.0.0.1; 0 takes any free one.")
    int port() default 0;

    @AttributeDefinition(
            name = "Shared buffers (MiB)",
            description = "Memory for cached pages, 16 to 4096; the rest is left to the file cache of the system.")
    int shared_buffers() default 48;

    @AttributeDefinition(description = "Connections the server accepts, 20 to 1000.")
    int max_connections() default 40;

    @AttributeDefinition(
            name = "Start limit (seconds)",
            description = "How long the server may take to accept connections, recovery after a crash included.")
    int start_seconds() default 120;
}
