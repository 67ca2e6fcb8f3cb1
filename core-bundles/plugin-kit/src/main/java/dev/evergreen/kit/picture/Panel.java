package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Easing;

/**
 * Words painted once, and how they come and go.
 *
 * @param sheet as large as the part of the picture that it covers
 * @param x its left edge in pixels
 * @param y its upper edge in pixels
 */
public record Panel(Overlay sheet, int x, int y) {
    /**
     * Draws the words as they are at a frame.
     *
     * @param frame of the clip
     * @param length of the clip in frames
     * @param motion how many frames coming takes, and going
     * @param shiftX where it comes from, in pixels
     * @param shiftY where it comes from, in pixels
     */
    public void draw(VideoFrame target, long frame, long length, double motion, double shiftX, double shiftY) {
        double in = motion < 1 ? 1 : (frame + 1) / (motion + 1);
        double out = motion < 1 ? 1 : (length - frame) / (motion + 1);
        double present = Math.max(0, Math.min(1, Math.min(in, out)));
        double away = 1 - Easing.EASE_OUT.at(present);
        sheet.draw(
                target,
                (int) Math.round(x + shiftX * away),
                (int) Math.round(y + shiftY * away),
                Easing.EASE_IN_OUT.at(present));
    }
}
