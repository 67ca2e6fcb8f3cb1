package dev.evergreen.spi.effect;

/**
 * What an effect does with transparency. Alpha is 8 bits a pixel, 0 (clear) to 255 (opaque), not multiplied into the colours;
 * where a pixel is clear its colours mean nothing.
 */
public enum AlphaUse {
    /** It changes colours only: it never sees alpha, and the engine carries alpha past it. */
    PASSES,
    /** It moves pixels, and alpha with them: it gets and writes an alpha plane where the picture has one. */
    FOLLOWS,
    /** It makes pixels clear: it always gets an alpha plane, opaque where the picture had none, and always writes one. */
    MAKES
}
