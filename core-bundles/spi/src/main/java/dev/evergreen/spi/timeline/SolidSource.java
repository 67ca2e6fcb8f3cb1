package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * One colour all over.
 *
 * @param colour its alpha counts on tracks above the lowest
 */
public record SolidSource(Colour colour) implements VisualSource {
    public SolidSource {
        Objects.requireNonNull(colour, "A solid source has no colour");
    }
}
