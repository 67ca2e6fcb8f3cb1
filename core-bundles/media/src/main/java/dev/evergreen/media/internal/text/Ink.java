package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Colour;

/**
 * How letters are painted.
 *
 * @param fill their colour
 * @param line colour of the line around them; clear for none
 * @param lineWidth how far it goes beyond the letters, in pixels
 * @param shadow what they throw; clear for none
 * @param fall how far the shadow falls to the right and down, in pixels
 */
record Ink(Colour fill, Colour line, double lineWidth, Colour shadow, double fall) {
    static Ink plain(Colour fill) {
        return new Ink(fill, Colour.CLEAR, 0, Colour.CLEAR, 0);
    }

    Ink filled(Colour other) {
        return new Ink(other, line, lineWidth, shadow, fall);
    }

    /** How far paint goes beyond letters. */
    double reach() {
        return lineWidth + (shadow.alpha() > 0 ? 2.5 * fall : 0);
    }
}
