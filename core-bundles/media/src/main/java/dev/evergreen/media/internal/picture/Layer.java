package dev.evergreen.media.internal.picture;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A picture with transparency, ready to be drawn at fractional positions: premultiplied Y, Cb and Cr with alpha at both
 * resolutions, only of the part that is not clear.
 */
public final class Layer {
    /** Clear pixels around the part, so that filtering finds them; Catmull-Rom reaches two pixels far. */
    private static final int MARGIN = 4;

    private final int left;
    private final int top;
    private final Columns[] value = new Columns[3];
    private final Columns alpha;
    private final Columns chromaAlpha;
    private final Coverage coverage;

    private Layer(PremultipliedPlanes planes) {
        left = planes.left;
        top = planes.top;
        alpha = columns(planes.alpha, planes.width, planes.height);
        chromaAlpha = columns(planes.chromaAlpha, planes.chromaWidth(), planes.chromaHeight());
        coverage = new Coverage(planes.alpha, left, top, planes.width, planes.height);
        value[0] = columns(planes.value[0], planes.width, planes.height);
        value[1] = columns(planes.value[1], planes.chromaWidth(), planes.chromaHeight());
        value[2] = columns(planes.value[2], planes.chromaWidth(), planes.chromaHeight());
    }

    private static Columns columns(byte[] plane, int width, int height) {
        return new Columns(ByteBuffer.wrap(plane), width, 0, 0, width, height);
    }

    /** Null where all is clear. */
    public static @Nullable Layer of(LayerPlanes planes) {
        int[] box = PremultipliedPlanes.box(planes);
        if (box[2] <= box[0]) {
            return null;
        }
        int left = Math.max(0, box[0] - MARGIN) & ~1;
        int top = Math.max(0, box[1] - MARGIN) & ~1;
        int width = Math.min(planes.width(), box[2] + MARGIN) - left;
        int height = Math.min(planes.height(), box[3] + MARGIN) - top;
        return new Layer(new PremultipliedPlanes(planes, left, top, width, height));
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    Columns value(int plane) {
        return value[plane];
    }

    Columns alpha(int plane) {
        return plane == 0 ? alpha : chromaAlpha;
    }

    Coverage coverage() {
        return coverage;
    }

    /** Bytes of memory. */
    public long size() {
        return value[0].size() + value[1].size() + value[2].size() + alpha.size() + chromaAlpha.size();
    }

    /**
     * Draws it on a picture.
     *
     * @param horizontal where, in the whole layer's luma plane, the target's luma columns come from
     * @param vertical where the target's luma rows come from
     * @param share of its opacity, 0 to 256
     */
    public void draw(Picture target, int[] clip, Axis horizontal, Axis vertical, int share, LayerScratch scratch) {
        int x0 = Math.max(clip[0], first(horizontal, left)) & ~7;
        int x1 = Math.min(clip[2], end(horizontal, left + alpha.width));
        int y0 = Math.max(clip[1], first(vertical, top)) & ~1;
        int y1 = Math.min(clip[3], end(vertical, top + alpha.height));
        if (x1 <= x0 || y1 <= y0 || share == 0) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            boolean luma = i == 0;
            Axis across = luma
                    ? horizontal.within(left).from(x0)
                    : horizontal.chromaCosited().within(left / 2).from(x0 / 2);
            Axis down = luma
                    ? vertical.within(top).from(y0)
                    : vertical.chromaBetween().within(top / 2).from(y0 / 2);
            int width = luma ? x1 - x0 : (x1 - x0 + 1) / 2;
            int height = luma ? y1 - y0 : (y1 - y0 + 1) / 2;
            int plane = i;
            int row0 = luma ? y0 : y0 / 2;
            int at = luma ? x0 / 4 : x0 / 8;
            int[][] values = scratch.values(height, (width + 3) / 4);
            scratch.resampler()
                    .resample(
                            value[i],
                            across,
                            down,
                            width,
                            height,
                            (y, pixels, n) -> System.arraycopy(pixels, 0, values[y], 0, n));
            scratch.resampler()
                    .resample(
                            luma ? alpha : chromaAlpha,
                            across,
                            down,
                            width,
                            height,
                            (y, pixels, n) -> scratch.over(target, plane, row0 + y, at, values[y], pixels, n, share));
        }
    }

    private static int first(Axis axis, int source) {
        return (int) Math.floor((source - axis.origin()) / axis.step());
    }

    private static int end(Axis axis, int source) {
        return (int) Math.ceil((source - axis.origin()) / axis.step()) + 1;
    }
}
