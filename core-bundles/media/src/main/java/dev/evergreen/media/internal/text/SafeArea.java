package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;

/**
 * The part of the canvas in which words are safe: 5 % from each edge (EBU R 95, graphics safe area); on upright canvases
 * also clear of the controls that short-video players lay over the lowest fifth.
 *
 * @param left pixels
 * @param top pixels
 * @param right pixels
 * @param bottom pixels
 */
public record SafeArea(double left, double top, double right, double bottom) {
    public static SafeArea of(Canvas canvas) {
        boolean upright = canvas.height() > canvas.width();
        return new SafeArea(
                canvas.width() * 0.05,
                canvas.height() * (upright ? 0.08 : 0.05),
                canvas.width() * 0.95,
                canvas.height() * (upright ? 0.80 : 0.95));
    }

    double width() {
        return right - left;
    }

    double centre() {
        return (left + right) / 2;
    }

    boolean holds(double x0, double y0, double x1, double y1) {
        return x0 >= left - 1 && y0 >= top - 1 && x1 <= right + 1 && y1 <= bottom + 1;
    }
}
