package dev.evergreen.spi.export;

import java.util.Objects;

/**
 * One of several versions of a film that a player chooses from.
 *
 * @param size of its pictures
 * @param video how they are coded
 */
public record Rendition(PictureSize size, VideoEncoding video) {
    public Rendition {
        Objects.requireNonNull(size, "A rendition has no size");
        Objects.requireNonNull(video, "A rendition has no video encoding");
    }
}
