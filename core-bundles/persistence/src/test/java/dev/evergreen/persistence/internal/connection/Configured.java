package dev.evergreen.persistence.internal.connection;

import java.lang.annotation.Annotation;

/** A configuration as the container would hand it over. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record Configured(String url, String password, int pool_size) implements DatabaseConfiguration {
    @Override
    public String user() {
        return "evergreen";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return DatabaseConfiguration.class;
    }
}
