package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.VideoReader;
import dev.evergreen.media.internal.compile.PlacedClip;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.text.TitlePainter;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Fit;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.PictureLayer;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.VisualClip;
import java.io.IOException;
import java.util.List;

/** Makes of a clip what draws it. */
final class Drawings {
    private final DrawContext context;
    private final Canvas canvas;
    private final String language;
    private final LayerScratch scratch;

    Drawings(DrawContext context, SegmentPlan plan, LayerScratch scratch) {
        this.context = context;
        canvas = plan.canvas();
        language = plan.language();
        this.scratch = scratch;
    }

    Drawing of(PlacedClip placed) throws MediaException {
        VisualClip clip = placed.clip();
        Placement placement = clip.transform().placement();
        Region region = Region.of(placement, canvas);
        if (clip.effects().isEmpty()) {
            return plain(clip, region, placement.opacity());
        }
        if (clip.source() instanceof TitleSource && !region.equals(Region.full(canvas.width(), canvas.height()))) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "A title with effects must fill the canvas; take away its placement");
        }
        Region own = Region.full(region.width(), region.height());
        MediaFormat format = new MediaFormat(region.width(), region.height(), canvas.frameRate(), 2);
        clip.effects().stream()
                .flatMap(use -> use.parameters().values().stream())
                .filter(String.class::isInstance)
                .forEach(words -> context.fonts().offer((String) words));
        FrameSource source = new ClipSource(plain(clip, own, 1), format, scratch);
        FrameSource changed = new EffectChain(context.plugins(), placed, format).over(source);
        return new EffectDrawing(changed, region, placement.opacity());
    }

    private Drawing plain(VisualClip clip, Region region, double opacity) throws MediaException {
        if (clip.source() instanceof SolidSource solid) {
            return new SolidDrawing(solid.colour(), region, opacity);
        }
        if (clip.source() instanceof TitleSource title) {
            TitlePainter painter = new TitlePainter(context.fonts(), canvas, language);
            return new TitleDrawing(title, painter.paint(title), clip.durationFrames(), canvas, opacity);
        }
        if (clip.source() instanceof LayeredSource layered) {
            return still(clip, layered.layers(), region, opacity);
        }
        MediaSource media = (MediaSource) clip.source();
        return media.moving()
                ? moving(clip, media, region, opacity)
                : still(clip, List.of(new PictureLayer(media.digest(), 1)), region, opacity);
    }

    private Drawing still(VisualClip clip, List<PictureLayer> layers, Region region, double opacity)
            throws MediaException {
        boolean cover = clip.transform().fit() == Fit.COVER;
        List<CameraKeyframe> keys = cover ? clip.transform().camera() : List.of();
        PreparedStill still = context.stills().get(layers, keys, clip.durationFrames(), region, cover);
        Camera camera = new Camera(keys);
        if (cover) {
            return new StillDrawing(still, camera, region, opacity);
        }
        Region inside = FittedDrawing.inside(region, still.width(), still.height());
        return new FittedDrawing(
                new SolidDrawing(canvas.background(), region, opacity),
                new StillDrawing(still, camera, inside, opacity));
    }

    private Drawing moving(VisualClip clip, MediaSource media, Region region, double opacity) throws MediaException {
        boolean cover = clip.transform().fit() == Fit.COVER;
        Camera camera = new Camera(cover ? clip.transform().camera() : List.of());
        try {
            VideoReader reader = new VideoReader(context.blobs().path(media.digest()));
            Region shown = cover ? region : FittedDrawing.inside(region, reader.width(), reader.height());
            MovingDrawing drawing = new MovingDrawing(clip, canvas.frameRate(), reader, camera, shown, opacity);
            return cover ? drawing : new FittedDrawing(new SolidDrawing(canvas.background(), region, opacity), drawing);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "The moving picture " + media.digest() + " is missing: " + e.getMessage(),
                    e);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    "The moving picture " + media.digest() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }
}
