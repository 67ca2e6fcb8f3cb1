package dev.evergreen.kit.picture;

/**
 * Where a picture's pixels come from: the point {@code (x, y)} of the outcome shows the point {@code (xx * x + xy * y + x0, yx * x + yy *
 * y + y0)} of the source. In pixels of luma; the upper left pixel's centre is at (0.5, 0.5).
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
    /** The picture as it is. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /**
     * The picture turned and enlarged around a point.
     *
     * @param centreX a point of the source, in pixels, that comes to lie at {@code atX}
     * @param zoom above 1 enlarges
     * @param degrees clockwise
     */
    public static Affine view(double centreX, double centreY, double atX, double atY, double zoom, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees)) / zoom;
        double sin = Math.sin(Math.toRadians(degrees)) / zoom;
        return new Affine(cos, sin, centreX - cos * atX - sin * atY, -sin, cos, centreY + sin * atX - cos * atY);
    }

    /** Pixels of the source in one of the outcome, along a side. */
    double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }
}
