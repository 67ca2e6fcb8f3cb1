package dev.evergreen.media.internal.draw;

import dev.evergreen.spi.timeline.CameraKeyframe;
import java.util.List;

/** Where the camera looks, frame by frame. */
final class Camera {
    private final List<CameraKeyframe> keys;

    Camera(List<CameraKeyframe> keys) {
        this.keys = keys;
    }

    /**
     * What the camera sees of a picture.
     *
     * @param x left edge, pixels of the picture
     * @param y upper edge
     * @param width in pixels of the picture
     * @param height in pixels of the picture
     */
    record View(double x, double y, double width, double height) {
        /** The largest distance between corresponding corners. */
        double distance(View other) {
            double left = Math.abs(x - other.x);
            double right = Math.abs(x + width - other.x - other.width);
            double top = Math.abs(y - other.y);
            double bottom = Math.abs(y + height - other.y - other.height);
            return Math.max(Math.max(left, right), Math.max(top, bottom));
        }
    }

    boolean rests() {
        return keys.size() < 2;
    }

    double lowestZoom() {
        return keys.stream().mapToDouble(CameraKeyframe::zoom).min().orElse(1);
    }

    double highestZoom() {
        return keys.stream().mapToDouble(CameraKeyframe::zoom).max().orElse(1);
    }

    long lastFrame() {
        return keys.isEmpty() ? 0 : keys.get(keys.size() - 1).frame();
    }

    /** What is seen of a layer of a picture of the given size, in a view of the given proportions. */
    View view(long frame, double depth, double width, double height, double proportions) {
        double fullWidth = Math.min(width, height * proportions);
        double fullHeight = fullWidth / proportions;
        double[] state = state(frame);
        double share = 1 - state[3] * (1 - depth);
        double zoom = 1 + (state[2] - 1) * share;
        double w = fullWidth / zoom;
        double h = fullHeight / zoom;
        double centreX = (.5 + (state[0] - .5) * share) * width;
        double centreY = (.5 + (state[1] - .5) * share) * height;
        return new View(held(centreX - w / 2, width - w), held(centreY - h / 2, height - h), w, h);
    }

    private static double held(double value, double most) {
        return Math.max(0, Math.min(most, value));
    }

    /** Centre, zoom and parallax at a frame. */
    private double[] state(long frame) {
        if (keys.isEmpty()) {
            return new double[] {.5, .5, 1, 0};
        }
        CameraKeyframe from = keys.get(0);
        CameraKeyframe to = from;
        for (int i = 1; i < keys.size() && frame > to.frame(); i++) {
            from = keys.get(i - 1);
            to = keys.get(i);
        }
        if (frame >= to.frame()) {
            return new double[] {to.centreX(), to.centreY(), to.zoom(), to.parallax()};
        }
        if (frame <= from.frame()) {
            return new double[] {from.centreX(), from.centreY(), from.zoom(), from.parallax()};
        }
        double p = from.easing().at((double) (frame - from.frame()) / (to.frame() - from.frame()));
        return new double[] {
            from.centreX() + (to.centreX() - from.centreX()) * p,
            from.centreY() + (to.centreY() - from.centreY()) * p,
            from.zoom() * Math.pow(to.zoom() / from.zoom(), p),
            from.parallax() + (to.parallax() - from.parallax()) * p
        };
    }
}
