package dev.evergreen.media.internal.draw;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Placement;

/**
 * A rectangle of a picture.
 *
 * @param x a multiple of 8
 * @param y a multiple of 2
 * @param width a multiple of 8, or up to the picture's right edge
 * @param height a multiple of 2
 */
record Region(int x, int y, int width, int height) {
    static Region of(Placement placement, Canvas canvas) {
        int x = (int) Math.round(placement.x() * canvas.width() / 8) * 8;
        int y = (int) Math.round(placement.y() * canvas.height() / 2) * 2;
        double right = (placement.x() + placement.width()) * canvas.width();
        int x1 = right > canvas.width() - 4 ? canvas.width() : (int) Math.round(right / 8) * 8;
        int y1 = (int) Math.round((placement.y() + placement.height()) * canvas.height() / 2) * 2;
        x = Math.min(x, (canvas.width() - 1) & ~7);
        y = Math.min(y, canvas.height() - 2);
        return new Region(
                x,
                y,
                Math.max(Math.min(8, canvas.width() - x), x1 - x),
                Math.max(2, Math.min(y1, canvas.height()) - y));
    }

    static Region full(int width, int height) {
        return new Region(0, 0, width, height);
    }

    int[] corners() {
        return new int[] {x, y, x + width, y + height};
    }
}
