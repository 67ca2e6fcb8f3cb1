package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import dev.evergreen.media.internal.av.StillImage.Premultiplied;
import dev.evergreen.media.internal.compile.PlacedCaption;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.picture.Overlay;
import dev.evergreen.media.internal.text.CaptionPainter;
import dev.evergreen.media.internal.text.SetCaption;
import dev.evergreen.media.internal.text.TextPicture;
import org.jspecify.annotations.Nullable;

/** A caption. Frames come in order, so each of its looks is rasterised once and only the latest is kept. */
final class CaptionDrawing {
    private final PlacedCaption caption;
    private final CaptionPainter painter;
    private @Nullable SetCaption set;
    private @Nullable Overlay overlay;
    private int shown;

    CaptionDrawing(PlacedCaption caption, CaptionPainter painter) {
        this.caption = caption;
        this.painter = painter;
    }

    boolean shows(int frame) {
        return frame >= caption.from() && frame < caption.to();
    }

    void draw(int frame, Picture target, LayerScratch scratch) {
        SetCaption lines = set;
        if (lines == null) {
            lines = painter.set(
                    new CaptionPainter.Caption(caption.text(), caption.language(), caption.style(), caption.words()));
            set = lines;
        }
        int look = lines.look(frame - caption.offset());
        Overlay picture = overlay;
        if (picture == null || look != shown) {
            picture = rasterise(lines.paint(look));
            overlay = picture;
            shown = look;
        }
        picture.draw(target, scratch);
    }

    private static Overlay rasterise(TextPicture picture) {
        try (Premultiplied pixels = Premultiplied.of(picture.argb(), picture.width(), picture.height());
                LayerPlanes planes = pixels.scaled(picture.width(), picture.height())) {
            return new Overlay(planes, picture.x(), picture.y());
        }
    }
}
