package dev.evergreen.domain.storage;

import java.util.Objects;

/**
 * How bytes are to be kept.
 *
 * @param kind the folder or bucket
 * @param mediaType IANA media type of the bytes
 * @param retention whether the store may drop them to make room
 */
public record BlobSpec(BlobKind kind, String mediaType, Retention retention) {
    /** Whether the store may delete a blob on its own. */
    public enum Retention {
        /** Stays until deleted by its owner. */
        KEEP,
        /**
         * Can be made again at no cost, so the least recently used of these go first when room is needed. Their users
         * must be ready for {@link StorageException.Kind#NOT_FOUND}.
         */
        EVICTABLE
    }

    public BlobSpec {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(retention, "retention");
        if (mediaType.isBlank()) {
            throw new IllegalArgumentException("A blob needs a media type; use application/octet-stream when unknown");
        }
    }

    public static BlobSpec keep(BlobKind kind, String mediaType) {
        return new BlobSpec(kind, mediaType, Retention.KEEP);
    }

    public static BlobSpec evictable(BlobKind kind, String mediaType) {
        return new BlobSpec(kind, mediaType, Retention.EVICTABLE);
    }
}
