package dev.evergreen.domain.storage;

/** Where a blob belongs: one folder, or one bucket of an object store, for each kind. */
public enum BlobKind {
    /** What people uploaded or bound to a script. */
    MEDIA,
    /** What providers and the renderer made: pictures, voices, music, segments, previews. */
    GENERATED,
    /** Finished films and interchange files. */
    EXPORTS,
    /** Jars of installed plugins. */
    PLUGINS
}
