package dev.evergreen.api.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What the libraries inside this bundle see as the context class loader: this bundle, and behind it the bundle that logs, so that they
 * find a logger through {@link java.util.ServiceLoader} where they look for one.
 */
final class LibraryClassLoader extends ClassLoader {
    private final ClassLoader logging;

    LibraryClassLoader() {
        super(LibraryClassLoader.class.getClassLoader());
        this.logging = LoggerFactory.class.getClassLoader();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return logging.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return logging.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return logging.getResources(name);
    }
}
