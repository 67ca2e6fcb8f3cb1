package dev.evergreen.provider.offline.illustrator.internal.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Turns the painted layers into finished pixels, one layer at a time. */
public final class Developer {
    private final Picture picture;
    private final int[] flat;
    private final int[] pixels;
    private final BufferedImage image;

    public Developer(Picture picture) {
        this.picture = picture;
        image = new BufferedImage(picture.pixelWidth(), picture.pixelHeight(), BufferedImage.TYPE_INT_RGB);
        flat = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        pixels = new int[flat.length];
    }

    /** Takes each finished layer. */
    @FunctionalInterface
    public interface Sink<E extends Exception> {
        /** @param pixels straight-alpha 0xAARRGGBB, only valid during the call */
        void take(LayerKind kind, int[] pixels, boolean opaque) throws E;
    }

    /** Finishes every layer in drawing order and lays it over the ones before. */
    public <E extends Exception> void develop(Sink<E> sink) throws E {
        LayerFinish finish = new LayerFinish(picture);
        for (LayerKind kind : LayerKind.values()) {
            Layer layer = picture.layer(kind);
            layer.g().dispose();
            boolean opaque = finish.finish(layer, pixels);
            if (kind == LayerKind.AIR) {
                finish.vignette(pixels);
            }
            overlay();
            sink.take(kind, pixels, opaque);
        }
    }

    /** The whole picture; complete after {@link #develop}. */
    public BufferedImage flat() {
        return image;
    }

    private void overlay() {
        for (int i = 0; i < flat.length; i++) {
            int over = pixels[i];
            int alpha = over >>> 24;
            if (alpha == 255) {
                flat[i] = over & 0xFFFFFF;
            } else if (alpha > 0) {
                int under = flat[i];
                int rest = 255 - alpha;
                int r = ((over >> 16 & 255) * alpha + (under >> 16 & 255) * rest + 127) / 255;
                int g = ((over >> 8 & 255) * alpha + (under >> 8 & 255) * rest + 127) / 255;
                int b = ((over & 255) * alpha + (under & 255) * rest + 127) / 255;
                flat[i] = r << 16 | g << 8 | b;
            }
        }
    }
}
