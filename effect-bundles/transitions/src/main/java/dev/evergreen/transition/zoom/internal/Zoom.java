package dev.evergreen.transition.zoom.internal;

import dev.evergreen.kit.picture.Planes;
import dev.evergreen.kit.picture.Rows;
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

/** Enlarges one picture while the next one, enlarging too, shines through. */
@Component(property = EffectPlugin.ID + "=evergreen.zoom")
public final class Zoom implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double strength = request.number("strength", 2.5);
        boolean inwards = request.text("direction", "in").equals("in");
        Scaling scaling = new Scaling();
        VideoFrame coming = Planes.smaller(in, 1);
        return (from, to, progress, target) -> {
            double eased = Easing.EASE_IN_OUT.at(progress);
            double leavingSize = Math.pow(strength, inwards ? eased : 0);
            double comingSize = Math.pow(strength, inwards ? 0 : 1 - eased);
            VideoFrame enlarged = inwards ? from : to;
            VideoFrame resting = inwards ? to : from;
            scaling.draw(enlarged, Box.centred(inwards ? leavingSize : comingSize), coming);
            int weight = (int) Math.round(Easing.EASE_IN_OUT.at(inwards ? 1 - progress : progress) * Rows.FULL);
            for (int i = 0; i < 3; i++) {
                Rows.mix(resting.plane(i), coming.plane(i), weight, target.plane(i));
            }
        };
    }
}
