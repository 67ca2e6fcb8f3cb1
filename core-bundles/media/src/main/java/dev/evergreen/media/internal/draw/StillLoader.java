package dev.evergreen.media.internal.draw;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import dev.evergreen.media.internal.av.StillImage.Premultiplied;
import dev.evergreen.media.internal.picture.Columns;
import dev.evergreen.media.internal.picture.Layer;
import dev.evergreen.spi.timeline.PictureLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes pictures ready to be drawn. */
final class StillLoader {
    /** Views of neighbouring layers that never lie farther apart than this, in pixels of the film, count as one. */
    private static final double SAME_MOTION = 2;

    /** Scaling down by less than this is left to the resampler. */
    private static final double WORTH_SCALING = 0.85;

    private final BlobReader blobs;

    StillLoader(BlobReader blobs) {
        this.blobs = blobs;
    }

    PreparedStill load(List<PictureLayer> sources, Camera camera, long frames, Region region, boolean cover)
            throws MediaException {
        try (StillImage first = read(sources.get(0).digest())) {
            double factor = scale(first, camera, region, cover);
            int width = Math.max(2, (int) Math.round(first.width() * factor / 2) * 2);
            int height = Math.max(2, (int) Math.round(first.height() * factor / 2) * 2);
            if (sources.size() == 1 && !first.transparent()) {
                return opaque(first, sources.get(0).depth(), width, height);
            }
            return layered(first, sources, camera, frames, (double) region.width() / region.height(), width, height);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    "The picture " + sources.get(0).digest() + " cannot be drawn: " + e.getMessage(),
                    e);
        }
    }

    /** How much smaller than in its file a picture is kept: at the highest zoom one of its pixels is one of the film's. */
    private static double scale(StillImage image, Camera camera, Region region, boolean cover) {
        double across = (double) region.width() / image.width();
        double down = (double) region.height() / image.height();
        double fit = cover ? Math.max(across, down) : Math.min(across, down);
        double zoom = Math.min(camera.highestZoom(), 1.4 * camera.lowestZoom());
        double factor = fit * zoom;
        return factor > WORTH_SCALING ? 1 : factor;
    }

    private static PreparedStill opaque(StillImage image, double depth, int width, int height) {
        try (Picture picture = image.scaled(width, height)) {
            List<Columns> planes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                planes.add(new Columns(
                        picture.plane(i).data(),
                        picture.plane(i).stride(),
                        0,
                        0,
                        picture.plane(i).width(),
                        picture.plane(i).height()));
            }
            return new PreparedStill(width, height, planes, depth, List.of());
        }
    }

    private PreparedStill layered(
            StillImage first,
            List<PictureLayer> sources,
            Camera camera,
            long frames,
            double proportions,
            int width,
            int height)
            throws MediaException {
        List<PreparedStill.DepthLayer> layers = new ArrayList<>();
        List<Columns> ground = null;
        double groundDepth = 0;
        for (int i = 0; i < sources.size(); ) {
            int end = i + 1;
            while (end < sources.size()
                    && together(sources.get(i), sources.get(end), camera, frames, proportions, width, height)) {
                end++;
            }
            double depth = (sources.get(i).depth() + sources.get(end - 1).depth()) / 2;
            try (Premultiplied picture = merged(first, sources, i, end);
                    LayerPlanes planes = picture.scaled(width, height)) {
                if (layers.isEmpty() && ground == null && solid(planes)) {
                    ground = columns(planes);
                    groundDepth = depth;
                } else {
                    Layer layer = Layer.of(planes);
                    if (layer != null) {
                        layers.add(new PreparedStill.DepthLayer(depth, layer));
                    }
                }
            }
            i = end;
        }
        return new PreparedStill(width, height, ground, groundDepth, layers);
    }

    private static boolean together(
            PictureLayer a, PictureLayer b, Camera camera, long frames, double proportions, int width, int height) {
        long last = Math.max(frames, camera.lastFrame());
        long step = Math.max(1, last / 24);
        for (long frame = 0; frame <= last; frame += step) {
            Camera.View one = camera.view(frame, a.depth(), width, height, proportions);
            Camera.View other = camera.view(frame, b.depth(), width, height, proportions);
            if (one.distance(other) > SAME_MOTION) {
                return false;
            }
        }
        return true;
    }

    private Premultiplied merged(StillImage first, List<PictureLayer> sources, int from, int to) throws MediaException {
        Premultiplied picture = from == 0 ? first.premultiplied() : premultiplied(sources.get(from), first);
        try {
            for (int i = from + 1; i < to; i++) {
                try (Premultiplied above = premultiplied(sources.get(i), first)) {
                    picture.over(above);
                }
            }
            return picture;
        } catch (MediaException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    private Premultiplied premultiplied(PictureLayer source, StillImage first) throws MediaException {
        try (StillImage image = read(source.digest())) {
            if (image.width() != first.width() || image.height() != first.height()) {
                throw new MediaException(
                        MediaException.Kind.INVALID_TIMELINE,
                        "The layer " + source.digest() + " has " + image.width() + "x" + image.height()
                                + " pixels, but the hindmost layer of its picture has " + first.width() + "x"
                                + first.height());
            }
            return image.premultiplied();
        }
    }

    private static boolean solid(LayerPlanes planes) {
        ByteBuffer alpha = planes.plane(3);
        byte[] row = new byte[planes.width()];
        for (int y = 0; y < planes.height(); y++) {
            alpha.get(y * planes.stride(3), row);
            for (byte a : row) {
                if (a != -1) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Columns> columns(LayerPlanes planes) {
        List<Columns> columns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int width = i == 0 ? planes.width() : (planes.width() + 1) / 2;
            int height = i == 0 ? planes.height() : (planes.height() + 1) / 2;
            columns.add(new Columns(planes.plane(i), planes.stride(i), 0, 0, width, height));
        }
        return columns;
    }

    private StillImage read(String digest) throws MediaException {
        try {
            return StillImage.read(blobs.path(digest));
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "The picture " + digest + " is missing: " + e.getMessage(),
                    e);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE, "The picture " + digest + " cannot be read: " + e.getMessage(), e);
        }
    }
}
