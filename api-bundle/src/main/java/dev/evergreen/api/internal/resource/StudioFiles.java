package dev.evergreen.api.internal.resource;

import java.net.URL;
import java.util.Optional;

/** The built studio, wherever it comes from; it may come and go. */
@FunctionalInterface
public interface StudioFiles {
    /**
     * @param path relative, without {@code ..}, for example {@code assets/app-1a2b3c.js}
     * @return empty when there is no such file, or no studio
     */
    Optional<URL> find(String path);
}
