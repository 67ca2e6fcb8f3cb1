package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Colour;

/**
 * How letters are painted.
 *
 * @param fill their colour
 * @param line colour of the line around them; clear for none
 * @param lineWidth how far it goes beyond the letters, in pixels
 */
record Ink(Colour fill, Colour line, double lineWidth) {
    static Ink plain(Colour fill) {
        return new Ink(fill, Colour.CLEAR, 0);
    }

    Ink filled(Colour other) {
        return new Ink(other, line, lineWidth);
    }
}
