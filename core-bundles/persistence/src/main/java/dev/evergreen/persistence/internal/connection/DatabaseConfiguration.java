package dev.evergreen.persistence.internal.connection;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which database the node uses; {@code etc/dev.evergreen.database.cfg}. Environment variables win over it. */
@ObjectClassDefinition(
        name = "Database",
        description = "A PostgreSQL server of your own; without one the node runs the embedded one in its data folder.")
@interface DatabaseConfiguration {
    @AttributeDefinition(
            name = "URL",
            required = false,
            description =
                    "jdbc:postgresql://host:port/database, also EVERGREEN_DATABASE_URL; empty for the embedded server.")
    String url() default "";

    @AttributeDefinition(required = false, description = "The role that owns the schema, also EVERGREEN_DATABASE_USER.")
    String user() default "evergreen";

    @AttributeDefinition(
            required = false,
            description = "Where the password is: env:NAME or file:PATH, also EVERGREEN_DATABASE_PASSWORD (the password"
                    + " itself) or EVERGREEN_DATABASE_PASSWORD_FILE (a path); empty when the server asks for none.")
    String password() default "";

    @AttributeDefinition(
            name = "Pool size",
            description = "The most connections of this node, 4 to 500, also EVERGREEN_DATABASE_POOL_SIZE.")
    int pool_size() default 16;
}
