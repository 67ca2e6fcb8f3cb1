package dev.evergreen.persistence.internal.projects;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a column that may hold any URL names a blob of the node: {@code blob:sha256:…}. */
final class BlobUrl {
    private static final String SCHEME = "blob:";

    private BlobUrl() {}

    static String of(String digest) {
        return SCHEME + digest;
    }

    static Optional<String> digest(@Nullable String url) {
        return url != null && url.startsWith(SCHEME) ? Optional.of(url.substring(SCHEME.length())) : Optional.empty();
    }
}
