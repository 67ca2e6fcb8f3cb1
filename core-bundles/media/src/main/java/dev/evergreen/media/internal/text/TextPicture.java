package dev.evergreen.media.internal.text;

/**
 * Rasterised words.
 *
 * @param argb not premultiplied, row after row
 * @param width a multiple of 8
 * @param height a multiple of 2
 * @param x on the canvas, a multiple of 8
 * @param y on the canvas, a multiple of 2
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TextPicture(int[] argb, int width, int height, int x, int y) {}
