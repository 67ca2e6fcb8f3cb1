package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.compile.PlacedCaption;
import dev.evergreen.media.internal.compile.PlacedClip;
import dev.evergreen.media.internal.compile.PlacedOverlay;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.Span;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.text.CaptionPainter;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.Canvas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the frames of one segment, in rising order, on one thread. */
public final class SegmentPainter implements AutoCloseable {
    private final SegmentPlan plan;
    private final DrawContext context;
    private final LayerScratch scratch;
    private final Drawings drawings;
    private final int[] background;
    private final Map<PlacedClip, Drawing> open = new HashMap<>();
    private final Map<Span, Blender> blenders = new HashMap<>();
    private final List<CaptionDrawing> captions = new ArrayList<>();

    /**
     * @param scratch of this thread
     */
    public SegmentPainter(SegmentPlan plan, DrawContext context, LayerScratch scratch) {
        this.plan = plan;
        this.context = context;
        this.scratch = scratch;
        drawings = new Drawings(context, plan, scratch);
        background = Yuv.of(plan.canvas().background());
        CaptionPainter painter = new CaptionPainter(context.fonts(), plan.canvas());
        for (PlacedCaption caption : plan.captions()) {
            captions.add(new CaptionDrawing(caption, painter));
        }
    }

    public void draw(int frame, Picture target) throws MediaException {
        Span span = span(frame);
        if (span.transition() == null) {
            clip(span.clip(), frame, target);
        } else {
            blend(span, frame, target);
        }
        for (PlacedOverlay overlay : plan.overlays()) {
            if (frame >= overlay.from() && frame < overlay.to()) {
                drawing(overlay.clip()).draw(overlay.clip().frame(frame), target, scratch);
            }
        }
        for (CaptionDrawing caption : captions) {
            if (caption.shows(frame)) {
                caption.draw(frame, target, scratch);
            }
        }
    }

    private Span span(int frame) {
        for (Span span : plan.base()) {
            if (frame >= span.from() && frame < span.to()) {
                return span;
            }
        }
        throw new IllegalArgumentException("The segment of " + plan.frames() + " frames has no frame " + frame);
    }

    private void blend(Span span, int frame, Picture target) throws MediaException {
        Blender blender = blenders.get(span);
        if (blender == null) {
            Canvas canvas = plan.canvas();
            MediaFormat format = new MediaFormat(canvas.width(), canvas.height(), canvas.frameRate(), 2);
            blender = new Blender(java.util.Objects.requireNonNull(span.transition()), format, context.plugins());
            blenders.put(span, blender);
        }
        long transitionFrame = span.transitionFrame() + frame - span.from();
        long offset = frame - transitionFrame;
        blender.draw(
                transitionFrame,
                (n, picture) -> clip(span.leaving(), offset + n, picture),
                (n, picture) -> clip(span.clip(), offset + n, picture),
                target);
    }

    private void clip(@Nullable PlacedClip clip, long frame, Picture target) throws MediaException {
        if (clip == null) {
            target.fill(background);
            return;
        }
        Drawing drawing = drawing(clip);
        if (!drawing.covers() || !fills(clip)) {
            target.fill(background);
        }
        drawing.draw(clip.frame(frame), target, scratch);
    }

    private boolean fills(PlacedClip clip) {
        Region full = Region.full(plan.canvas().width(), plan.canvas().height());
        return Region.of(clip.clip().transform().placement(), plan.canvas()).equals(full);
    }

    private Drawing drawing(PlacedClip clip) throws MediaException {
        Drawing drawing = open.get(clip);
        if (drawing == null) {
            drawing = drawings.of(clip);
            open.put(clip, drawing);
        }
        return drawing;
    }

    @Override
    public void close() {
        blenders.values().forEach(Blender::close);
        open.values().forEach(Drawing::close);
    }
}
