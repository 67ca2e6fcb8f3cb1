package dev.evergreen.transition.squeeze.internal;

import dev.evergreen.kit.picture.Scaling;
import dev.evergreen.kit.picture.Scaling.Box;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Makes one picture narrower and the other wider along one edge. */
@Component(property = EffectPlugin.ID + "=evergreen.squeeze")
public final class Squeeze implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String direction = request.text("direction", "left");
        boolean across = direction.equals("left") || direction.equals("right");
        boolean first = direction.equals("left") || direction.equals("up");
        int units = across ? in.chromaWidth() : in.chromaHeight();
        double whole = (across ? in.width() : in.height()) / 2.0;
        Scaling scaling = new Scaling();
        return (from, to, progress, target) -> {
            // The edge runs over whole chroma pixels, so that the two pictures meet in all planes.
            double edge = Math.round(Easing.EASE_IN_OUT.at(first ? 1 - progress : progress) * units) / whole;
            VideoFrame before = first ? from : to;
            VideoFrame after = first ? to : from;
            draw(scaling, before, 0, edge, across, target);
            draw(scaling, after, edge, 1 - edge, across, target);
        };
    }

    private static void draw(
            Scaling scaling, VideoFrame picture, double start, double size, boolean across, VideoFrame target) {
        if (size > 0) {
            scaling.draw(picture, across ? new Box(start, 0, size, 1) : new Box(0, start, 1, size), target);
        }
    }
}
