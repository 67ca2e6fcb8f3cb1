package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** A small picture with transparency that is laid over frames; made once of what Java2D has painted. */
public final class Overlay {
    private final Pixels[] colours = new Pixels[3];
    /** First row that is not clear, and the first after the last such; even. */
    private int firstRow;

    private int endRow;
    private final Pixels alpha;
    private final Pixels chromaAlpha;

    /**
     * @param image any with transparency
     */
    public Overlay(BufferedImage image) {
        int width = (image.getWidth() + 1) / 2 * 2;
        int height = (image.getHeight() + 1) / 2 * 2;
        int[] argb = new int[width * height];
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), argb, 0, width);
        alpha = new Pixels(width, height);
        chromaAlpha = new Pixels(width / 2, height / 2);
        colours[0] = new Pixels(width, height);
        colours[1] = new Pixels(width / 2, height / 2);
        colours[2] = new Pixels(width / 2, height / 2);
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 == 0) {
                continue;
            }
            alpha.values()[i] = (byte) (argb[i] >>> 24);
            // Luma as in Colours, in 16 bits after the point.
            int light = 11966 * (argb[i] >> 16 & 255) + 40254 * (argb[i] >> 8 & 255) + 4063 * (argb[i] & 255);
            colours[0].values()[i] = (byte) (16 + (light + 32768 >> 16));
        }
        firstRow = height;
        for (int y = 0; y < height / 2; y++) {
            boolean any = false;
            for (int x = 0; x < width / 2; x++) {
                any |= chroma(argb, 2 * y * width + 2 * x, width, y * (width / 2) + x);
            }
            if (any) {
                firstRow = Math.min(firstRow, 2 * y);
                endRow = 2 * y + 2;
            }
        }
    }

    public int width() {
        return alpha.width();
    }

    public int height() {
        return alpha.height();
    }

    /** Whether it is not clear. */
    private boolean chroma(int[] argb, int at, int width, int index) {
        if (((argb[at] | argb[at + 1] | argb[at + width] | argb[at + width + 1]) & 0xff000000) == 0) {
            return false;
        }
        double[] sum = new double[4];
        for (int pixel : new int[] {argb[at], argb[at + 1], argb[at + width], argb[at + width + 1]}) {
            int weight = pixel >>> 24;
            sum[0] += weight;
            sum[1] += weight * (pixel >> 16 & 255);
            sum[2] += weight * (pixel >> 8 & 255);
            sum[3] += weight * (pixel & 255);
        }
        int[] planes = planes(sum[1], sum[2], sum[3], Math.max(1, sum[0]));
        chromaAlpha.values()[index] = (byte) Math.round(sum[0] / 4);
        colours[1].values()[index] = (byte) planes[1];
        colours[2].values()[index] = (byte) planes[2];
        return true;
    }

    private static int[] planes(double red, double green, double blue, double weight) {
        return Colours.planes(red / weight / 255, green / weight / 255, blue / weight / 255);
    }

    /**
     * Lays it over a frame; what reaches beyond the frame is cut off.
     *
     * @param x of the left edge, made even
     * @param y of the upper edge, made even
     * @param opacity 0 to 1
     */
    public void draw(VideoFrame target, int x, int y, double opacity) {
        int share = (int) Math.round(256 * Math.max(0, Math.min(1, opacity)));
        int left = Math.floorDiv(x, 2) * 2;
        int top = Math.floorDiv(y, 2) * 2;
        if (share == 0) {
            return;
        }
        Plane below = target.alpha();
        for (int i = 1; i < 3; i++) {
            draw(colours[i], chromaAlpha, target.plane(i), below, 2, left / 2, top / 2, share);
        }
        draw(colours[0], alpha, target.luma(), below, 1, left, top, share);
        if (below != null) {
            raise(below, left, top, share);
        }
    }

    private void draw(
            Pixels colour, Pixels alpha, Plane plane, @Nullable Plane below, int step, int left, int top, int share) {
        for (int row = Math.max(firstRow / step, -top); row < endRow / step && top + row < plane.height(); row++) {
            for (int column = Math.max(0, -left); column < colour.width() && left + column < plane.width(); column++) {
                int index = row * colour.width() + column;
                int a = (alpha.values()[index] & 255) * share >> 8;
                if (a > 0) {
                    int at = (top + row) * plane.stride() + left + column;
                    int under = 255;
                    if (below != null) {
                        int y = Math.min(below.height() - 1, (top + row) * step);
                        under = below.data()
                                        .get(y * below.stride() + Math.min(below.width() - 1, (left + column) * step))
                                & 255;
                    }
                    int rest = under * (255 - a) / 255;
                    int whole = a + rest;
                    int value =
                            (colour.values()[index] & 255) * a + (plane.data().get(at) & 255) * rest;
                    plane.data().put(at, (byte) ((value + whole / 2) / whole));
                }
            }
        }
    }

    private void raise(Plane below, int left, int top, int share) {
        for (int row = Math.max(firstRow, -top); row < endRow && top + row < below.height(); row++) {
            for (int column = Math.max(0, -left); column < alpha.width() && left + column < below.width(); column++) {
                int a = (alpha.values()[row * alpha.width() + column] & 255) * share >> 8;
                int at = (top + row) * below.stride() + left + column;
                int under = below.data().get(at) & 255;
                below.data().put(at, (byte) (a + under * (255 - a) / 255));
            }
        }
    }
}
