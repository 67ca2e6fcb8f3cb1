package dev.evergreen.media.internal.compile;

import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import java.util.List;

/**
 * A piece of the film: the unit of drawing, keeping and counting.
 *
 * @param canvas what it is painted on
 * @param encoding how it is encoded
 * @param firstFrame in the film
 * @param frames how many, at least 2 unless the film is shorter
 * @param language of the film's words as in BCP 47; may be empty
 * @param base what the lowest track shows, without gaps
 * @param overlays what lies over it, back to front
 * @param captions what is written over all
 */
public record SegmentPlan(
        Canvas canvas,
        VideoEncoding encoding,
        long firstFrame,
        int frames,
        String language,
        List<Span> base,
        List<PlacedOverlay> overlays,
        List<PlacedCaption> captions) {
    public SegmentPlan {
        base = List.copyOf(base);
        overlays = List.copyOf(overlays);
        captions = List.copyOf(captions);
    }

    /** The same piece wherever in the film it stands. */
    public SegmentPlan withoutPlace() {
        return new SegmentPlan(canvas, encoding, 0, frames, language, base, overlays, captions);
    }
}
