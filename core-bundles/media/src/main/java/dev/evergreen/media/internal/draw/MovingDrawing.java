package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.VideoReader;
import dev.evergreen.media.internal.picture.Columns;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.VisualClip;
import java.util.ArrayList;
import java.util.List;

/** A moving picture. */
final class MovingDrawing implements Drawing {
    private final VisualClip clip;
    private final FrameRate rate;
    private final VideoReader reader;
    private final Camera camera;
    private final Region region;
    private final int opacity;
    private final Picture decoded;

    /** Owns the reader from now on. */
    MovingDrawing(VisualClip clip, FrameRate rate, VideoReader reader, Camera camera, Region region, double opacity) {
        this.clip = clip;
        this.rate = rate;
        this.reader = reader;
        this.camera = camera;
        this.region = region;
        this.opacity = (int) Math.round(256 * opacity);
        double fit = Math.max((double) region.width() / reader.width(), (double) region.height() / reader.height());
        double scale = Math.min(1, fit * Math.min(camera.highestZoom(), 1.4 * camera.lowestZoom()));
        decoded = new Picture(even(reader.width() * scale), even(reader.height() * scale));
    }

    private static int even(double length) {
        return Math.max(2, (int) Math.round(length / 2) * 2);
    }

    @Override
    public boolean covers() {
        return opacity == 256;
    }

    @Override
    public void draw(long frame, Picture target, LayerScratch scratch) throws MediaException {
        long position = clip.inPointFrame() * clip.speed().denominator()
                + frame * clip.speed().numerator();
        try {
            reader.read(
                    Math.max(0, position) * rate.denominator(),
                    (long) clip.speed().denominator() * rate.numerator(),
                    decoded);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE, "A moving picture cannot be decoded: " + e.getMessage(), e);
        }
        if (whole(target)) {
            target.copy(decoded);
            return;
        }
        List<Columns> planes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            planes.add(new Columns(
                    decoded.plane(i).data(),
                    decoded.plane(i).stride(),
                    0,
                    0,
                    decoded.plane(i).width(),
                    decoded.plane(i).height()));
        }
        Camera.View view =
                camera.view(frame, 1, decoded.width(), decoded.height(), (double) region.width() / region.height());
        StillDrawing.drawPlanes(planes, view, region, opacity, target, scratch);
    }

    private boolean whole(Picture target) {
        return opacity == 256
                && camera.highestZoom() == 1
                && region.equals(Region.full(target.width(), target.height()))
                && decoded.width() == target.width()
                && decoded.height() == target.height();
    }

    @Override
    public void close() {
        decoded.close();
        reader.close();
    }
}
