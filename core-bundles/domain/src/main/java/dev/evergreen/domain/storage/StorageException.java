package dev.evergreen.domain.storage;

import org.jspecify.annotations.Nullable;

/** A storage port could not do its work; {@link #kind()} says who can mend it, the message says how. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, by what the caller or operator can do about it. */
    public enum Kind {
        /** Nothing is stored under this name; what can be made again may have been evicted. */
        NOT_FOUND,
        /** The stored bytes are not those that were put; they have been set aside. */
        CORRUPT,
        /** The quota or the disk is full and nothing is left to evict. */
        FULL,
        /** The folder or database refuses writes. */
        READ_ONLY,
        /** Another running node owns the folder. */
        IN_USE,
        /** The configuration names something that cannot work. */
        MISCONFIGURED,
        /** The device, server or network failed; the same call may succeed later. */
        UNAVAILABLE
    }

    private final Kind kind;

    public StorageException(Kind kind, String message) {
        this(kind, message, null);
    }

    public StorageException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
