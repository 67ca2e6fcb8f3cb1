package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Which part of a picture stays: 0 (clear) to 255 (stays) for each pixel. */
public final class Mask {
    private final Pixels pixels;

    private Mask(Pixels pixels) {
        this.pixels = pixels;
    }

    public static Mask of(Pixels pixels) {
        return new Mask(pixels);
    }

    /**
     * What lies in a shape.
     *
     * @param shape in pixels
     * @param feather standard deviation of the edge's softness in pixels
     * @param inverted whether what lies outside stays
     */
    public static Mask of(MediaFormat format, Shape shape, double feather, boolean inverted) {
        BufferedImage image = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        byte[] values = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Pixels pixels = new Pixels(values, format.width(), format.height());
        pixels.blur(feather, -1);
        if (inverted) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) ~values[i];
            }
        }
        return new Mask(pixels);
    }

    /** 0 to 255, row by row. */
    public Pixels pixels() {
        return pixels;
    }

    /** Gives the target the source's colours, and of its alpha what the mask leaves. */
    public void apply(VideoFrame source, VideoFrame target) {
        for (int i = 0; i < 3; i++) {
            Rows.copyRows(
                    source.plane(i), 0, target.plane(i), 0, target.plane(i).height());
        }
        multiply(source, target);
    }

    /** Sets the target's alpha to what the mask leaves of the source's. */
    public void multiply(VideoFrame source, VideoFrame target) {
        Plane from = source.alpha();
        Plane to = target.alpha();
        if (to == null) {
            throw new IllegalArgumentException("A mask needs a target with alpha");
        }
        int width = to.width();
        byte[] row = new byte[width];
        for (int y = 0; y < to.height(); y++) {
            if (from == null) {
                to.data().put(y * to.stride(), pixels.values(), y * width, width);
                continue;
            }
            from.data().get(y * from.stride(), row);
            for (int x = 0; x < width; x++) {
                int product = (row[x] & 255) * (pixels.values()[y * width + x] & 255);
                // Divided by 255.
                row[x] = (byte) ((product + 127) * 0x8081 >>> 23);
            }
            to.data().put(y * to.stride(), row);
        }
    }
}
