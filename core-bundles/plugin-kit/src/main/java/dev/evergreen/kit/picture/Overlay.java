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
        int weight = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < 4; i++) {
            int pixel = argb[at + (i & 1) + (i >> 1) * width];
            int own = pixel >>> 24;
            weight += own;
            red += own * (pixel >> 16 & 255);
            green += own * (pixel >> 8 & 255);
            blue += own * (pixel & 255);
        }
        double unit = 1 / (255.0 * weight);
        double light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        // Cb and Cr as in Colours, within their range as the colours are.
        chromaAlpha.values()[index] = (byte) (weight + 2 >> 2);
        colours[1].values()[index] = (byte) (int) (128.5 + (blue - light) * unit * (224 / 1.8556));
        colours[2].values()[index] = (byte) (int) (128.5 + (red - light) * unit * (224 / 1.5748));
        return true;
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
        int from = Math.max(0, -left);
        int to = Math.min(colour.width(), plane.width() - left);
        if (from >= to) {
            return;
        }
        byte[] row = new byte[plane.width()];
        byte[] under = new byte[below == null ? 0 : below.width()];
        for (int y = Math.max(firstRow / step, -top); y < endRow / step && top + y < plane.height(); y++) {
            int index = y * colour.width();
            int first = first(alpha.values(), index + from, index + to) - index;
            if (first == to) {
                continue;
            }
            int end = end(alpha.values(), index + first, index + to) - index;
            int at = (top + y) * plane.stride() + left + first;
            plane.data().get(at, row, 0, end - first);
            if (below == null) {
                over(colour.values(), alpha.values(), index + first, row, end - first, share);
            } else {
                int line = Math.min(below.height() - 1, (top + y) * step);
                below.data().get(line * below.stride(), under);
                for (int x = first; x < end; x++) {
                    int a = (alpha.values()[index + x] & 255) * share >> 8;
                    int rest = (under[Math.min(under.length - 1, (left + x) * step)] & 255) * (255 - a) / 255;
                    if (a > 0) {
                        int value = (colour.values()[index + x] & 255) * a + (row[x - first] & 255) * rest;
                        row[x - first] = (byte) ((value + (a + rest) / 2) / (a + rest));
                    }
                }
            }
            plane.data().put(at, row, 0, end - first);
        }
    }

    /** Lays a row over an opaque one. */
    private static void over(byte[] colour, byte[] alpha, int index, byte[] row, int count, int share) {
        for (int x = 0; x < count; x++) {
            int a = (alpha[index + x] & 255) * share >> 8;
            int value = (colour[index + x] & 255) * a + (row[x] & 255) * (255 - a);
            // Divided by 255.
            row[x] = (byte) ((value + 127) * 0x8081 >>> 23);
        }
    }

    /** The first pixel that is not clear. */
    private static int first(byte[] alpha, int from, int to) {
        int first = from;
        while (first < to && alpha[first] == 0) {
            first++;
        }
        return first;
    }

    /** The first after the last pixel that is not clear. */
    private static int end(byte[] alpha, int from, int to) {
        int end = to;
        while (end > from && alpha[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private void raise(Plane below, int left, int top, int share) {
        int from = Math.max(0, -left);
        int to = Math.min(alpha.width(), below.width() - left);
        byte[] row = new byte[Math.max(0, to - from)];
        for (int y = Math.max(firstRow, -top); row.length > 0 && y < endRow && top + y < below.height(); y++) {
            int index = y * alpha.width() + from;
            if (first(alpha.values(), index, index + row.length) == index + row.length) {
                continue;
            }
            int at = (top + y) * below.stride() + left + from;
            below.data().get(at, row);
            for (int x = 0; x < row.length; x++) {
                int a = (alpha.values()[index + x] & 255) * share >> 8;
                row[x] = (byte) (a + (row[x] & 255) * (255 - a) / 255);
            }
            below.data().put(at, row);
        }
    }
}
