package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.Axis;
import dev.evergreen.media.internal.picture.Columns;
import dev.evergreen.media.internal.picture.Layer;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.picture.LayerStack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture, in layers or in one, seen through a moving camera. */
final class StillDrawing implements Drawing {
    private final PreparedStill still;
    private final Camera camera;
    private final Region region;
    private final int opacity;

    StillDrawing(PreparedStill still, Camera camera, Region region, double opacity) {
        this.still = still;
        this.camera = camera;
        this.region = region;
        this.opacity = (int) Math.round(256 * opacity);
    }

    @Override
    public boolean covers() {
        return still.ground() != null && opacity == 256;
    }

    @Override
    public void draw(long frame, Picture target, LayerScratch scratch) {
        List<Columns> ground = still.ground();
        if (ground == null) {
            for (PreparedStill.DepthLayer layer : still.layers()) {
                LayerStack.Seen seen = seen(frame, layer.depth(), layer.layer());
                layer.layer()
                        .draw(
                                target,
                                region.corners(),
                                seen.horizontal().from(-region.x()),
                                seen.vertical().from(-region.y()),
                                opacity,
                                scratch);
            }
        } else if (still.layers().isEmpty()) {
            drawPlanes(ground, view(frame, still.groundDepth()), region, opacity, target, scratch);
        } else {
            List<LayerStack.Seen> seen = new ArrayList<>();
            seen.add(seen(frame, still.groundDepth(), null));
            for (PreparedStill.DepthLayer layer : still.layers()) {
                seen.add(seen(frame, layer.depth(), layer.layer()));
            }
            scratch.stack()
                    .draw(
                            ground,
                            seen,
                            target,
                            region.x(),
                            region.y(),
                            region.width(),
                            region.height(),
                            opacity,
                            scratch);
        }
    }

    private LayerStack.Seen seen(long frame, double depth, @Nullable Layer layer) {
        Camera.View view = view(frame, depth);
        return new LayerStack.Seen(
                layer,
                Axis.luma(view.x(), view.width(), region.width()),
                Axis.luma(view.y(), view.height(), region.height()));
    }

    private Camera.View view(long frame, double depth) {
        return camera.view(frame, depth, still.width(), still.height(), (double) region.width() / region.height());
    }

    /** Resamples the planes Y, Cb and Cr of a picture without transparency. */
    static void drawPlanes(
            List<Columns> planes, Camera.View view, Region region, int opacity, Picture target, LayerScratch scratch) {
        Axis across = Axis.luma(view.x(), view.width(), region.width());
        Axis down = Axis.luma(view.y(), view.height(), region.height());
        int[] opaque = new int[region.width() / 4 + 1];
        java.util.Arrays.fill(opaque, -1);
        for (int i = 0; i < 3; i++) {
            int plane = i;
            boolean luma = i == 0;
            int at = region.x() >> (luma ? 2 : 3);
            int top = region.y() >> (luma ? 0 : 1);
            scratch.resampler()
                    .resample(
                            planes.get(i),
                            luma ? across : across.chromaCosited(),
                            luma ? down : down.chromaBetween(),
                            luma ? region.width() : (region.width() + 1) / 2,
                            luma ? region.height() : (region.height() + 1) / 2,
                            (y, pixels, n) -> {
                                if (opacity == 256) {
                                    target.write(plane, top + y, at, pixels, n);
                                } else {
                                    scratch.over(target, plane, top + y, at, pixels, opaque, n, opacity);
                                }
                            });
        }
    }
}
