package dev.evergreen.media;

/** What the renderer is doing. */
public enum RenderStage {
    COMPILING,
    /** Mixing and mastering the sound, beside the pictures. */
    SOUND,
    PICTURES,
    /** Putting sound and pictures into the file. */
    MUXING
}
