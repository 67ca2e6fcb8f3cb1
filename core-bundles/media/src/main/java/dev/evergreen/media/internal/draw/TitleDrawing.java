package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import dev.evergreen.media.internal.av.StillImage.Premultiplied;
import dev.evergreen.media.internal.picture.Axis;
import dev.evergreen.media.internal.picture.Layer;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.text.TextPicture;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import org.jspecify.annotations.Nullable;

/** The words of a title, coming and going. */
final class TitleDrawing implements Drawing {
    private final TitleSource title;
    private final long frames;
    private final Canvas canvas;
    private final SolidDrawing backdrop;
    private final @Nullable Layer words;
    private final int x;
    private final int y;
    private final double opacity;

    TitleDrawing(TitleSource title, TextPicture picture, long frames, Canvas canvas, double opacity) {
        this.title = title;
        this.frames = frames;
        this.canvas = canvas;
        this.opacity = opacity;
        x = picture.x();
        y = picture.y();
        Colour behind = title.layout() == TitleLayout.CARD ? title.backdrop() : Colour.CLEAR;
        backdrop = new SolidDrawing(behind, Region.full(canvas.width(), canvas.height()), opacity);
        try (Premultiplied pixels = Premultiplied.of(picture.argb(), picture.width(), picture.height());
                LayerPlanes planes = pixels.scaled(picture.width(), picture.height())) {
            words = Layer.of(planes);
        }
    }

    @Override
    public boolean covers() {
        return backdrop.covers() && title.entrance() == TitleMotion.NONE && title.exit() == TitleMotion.NONE;
    }

    @Override
    public void draw(long frame, Picture target, LayerScratch scratch) {
        double in = title.entrance() == TitleMotion.NONE ? 1 : progress(frame);
        double out = title.exit() == TitleMotion.NONE ? 1 : progress(frames - 1 - frame);
        double present = Math.min(in, out);
        double shown = Easing.EASE_IN_OUT.at(present);
        Colour behind = title.layout() == TitleLayout.CARD ? title.backdrop() : Colour.CLEAR;
        int backdropShare = (int) Math.round(256 * shown * opacity * behind.alpha() / 255);
        if (backdropShare > 0) {
            backdrop.draw(target, scratch, backdropShare);
        }
        if (words != null) {
            TitleMotion motion = in <= out ? title.entrance() : title.exit();
            double away = 1 - Easing.EASE_OUT.at(present);
            double side = Math.min(canvas.width(), canvas.height());
            double shiftX = motion == TitleMotion.SLIDE ? -0.06 * side * away : 0;
            double shiftY = motion == TitleMotion.RISE ? (in <= out ? 0.03 : -0.03) * side * away : 0;
            words.draw(
                    target,
                    new int[] {0, 0, canvas.width(), canvas.height()},
                    new Axis(-x - shiftX, 1),
                    new Axis(-y - shiftY, 1),
                    (int) Math.round(256 * shown * opacity),
                    scratch);
        }
    }

    /** How far a motion that starts at frame 0 has come; the first frame already shows a little. */
    private double progress(long frame) {
        return Math.max(0, Math.min(1, (frame + 1.0) / (title.motionFrames() + 1)));
    }
}
