package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** One sheet of the picture, painted in canvas units; see {@link Picture}. */
public final class Layer {
    private final LayerKind kind;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private double rim;

    Layer(LayerKind kind, int width, int height, AffineTransform toPixels) {
        this.kind = kind;
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = Brush.on(image);
        graphics.transform(toPixels);
    }

    public LayerKind kind() {
        return kind;
    }

    public Graphics2D g() {
        return graphics;
    }

    /** How strongly edges towards the light shine, 0 to 1. */
    public void rim(double strength) {
        rim = strength;
    }

    double rim() {
        return rim;
    }

    BufferedImage image() {
        return image;
    }

    /** Premultiplied 0xAARRGGBB, row by row. */
    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** The row of pixels in which a canvas height lies. */
    int row(double y) {
        return (int) graphics.getTransform()
                .transform(new Point2D.Double(0, y), null)
                .getY();
    }

    /** Out of focus, as what stands far behind a near person. */
    public void soften(int factor) {
        int width = Math.max(1, image.getWidth() / factor);
        int height = Math.max(1, image.getHeight() / factor);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D shrink = Brush.on(small);
        shrink.drawImage(image, 0, 0, width, height, null);
        shrink.dispose();
        Graphics2D grow = Brush.on(image);
        grow.setComposite(AlphaComposite.Src);
        grow.drawImage(small, 0, 0, image.getWidth(), image.getHeight(), null);
        grow.dispose();
    }
}
