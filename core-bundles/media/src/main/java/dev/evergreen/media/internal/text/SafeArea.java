package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;

/**
 * The part of the canvas in which words are safe: 5 % from each edge (EBU R 95, graphics safe area). Tall canvases are watched in short-video
 * players, which lay the title bar over the top, the account and the description over the bottom, and a column of buttons over the right edge
 * (the larger of what TikTok, Instagram and YouTube publish for posts that are no advertisements).
 *
 * @param left pixels
 * @param top pixels
 * @param right pixels
 * @param bottom pixels
 * @param centre the vertical on which captions stand, pixels
 */
public record SafeArea(double left, double top, double right, double bottom, double centre) {
    /** Such as 9:16, but not 4:5, which is shown in a feed with nothing over it. */
    private static final double TALL = 1.5;

    public static SafeArea of(Canvas canvas) {
        boolean tall = canvas.height() > TALL * canvas.width();
        return new SafeArea(
                canvas.width() * 0.05,
                canvas.height() * (tall ? 0.08 : 0.05),
                canvas.width() * (tall ? 0.88 : 0.95),
                canvas.height() * (tall ? 0.78 : 0.95),
                canvas.width() / 2.0);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** How wide something may be that stands in the canvas's middle. */
    public double centredWidth() {
        return 2 * Math.min(centre - left, right - centre);
    }

    boolean holds(double x0, double y0, double x1, double y1) {
        return x0 >= left - 1 && y0 >= top - 1 && x1 <= right + 1 && y1 <= bottom + 1;
    }
}
