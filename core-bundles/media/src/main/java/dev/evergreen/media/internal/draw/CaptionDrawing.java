package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import dev.evergreen.media.internal.av.StillImage.Premultiplied;
import dev.evergreen.media.internal.compile.PlacedCaption;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.picture.Overlay;
import dev.evergreen.media.internal.text.CaptionPainter;
import dev.evergreen.media.internal.text.TextPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A caption; each of its states is rasterised once. */
final class CaptionDrawing {
    private final PlacedCaption caption;
    private final CaptionPainter painter;
    private final List<long[]> states;
    private final Map<Integer, Overlay> overlays = new HashMap<>();

    CaptionDrawing(PlacedCaption caption, CaptionPainter painter) {
        this.caption = caption;
        this.painter = painter;
        states = CaptionPainter.states(caption.words());
    }

    boolean shows(int frame) {
        return frame >= caption.from() && frame < caption.to();
    }

    void draw(int frame, Picture target, LayerScratch scratch) {
        long since = frame - caption.offset();
        int lit = -1;
        for (long[] state : states) {
            if (state[0] <= since) {
                lit = (int) state[1];
            }
        }
        overlays.computeIfAbsent(lit, this::rasterise).draw(target, scratch);
    }

    private Overlay rasterise(int lit) {
        TextPicture picture = painter.paint(caption.text(), caption.style(), caption.words(), lit);
        try (Premultiplied pixels = Premultiplied.of(picture.argb(), picture.width(), picture.height());
                LayerPlanes planes = pixels.scaled(picture.width(), picture.height())) {
            return new Overlay(planes, picture.x(), picture.y());
        }
    }
}
