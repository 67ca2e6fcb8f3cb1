package dev.evergreen.media;

import java.nio.file.Path;

/**
 * Media that the renderer may open.
 *
 * @param file the normalised file, the caller's to keep or to delete
 * @param media what the normalised file is
 * @param original what was taken in
 */
public record Ingested(Path file, MediaInfo media, MediaInfo original) {}
