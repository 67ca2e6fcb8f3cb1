package dev.evergreen.transition.crosszoom.internal;

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
import org.osgi.service.component.annotations.Component;

/** Zooms through both pictures with the blur of a camera that zooms while its shutter is open. */
@Component(property = EffectPlugin.ID + "=evergreen.cross-zoom")
public final class CrossZoom implements FrameTransition {
    /** Sides of the pictures that the blur is computed on are this many times smaller. */
    private static final int COARSE = 4;
    /** Each round doubles the moments that the open shutter sees. */
    private static final int ROUNDS = 5;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double strength = request.number("strength", 4);
        Scaling scaling = new Scaling();
        VideoFrame sharp = Planes.smaller(in, 1);
        VideoFrame coarse = Planes.smaller(in, COARSE);
        VideoFrame other = Planes.smaller(in, COARSE);
        VideoFrame smooth = Planes.smaller(in, 1);
        return (from, to, progress, target) -> {
            boolean before = progress < 0.5;
            double way = before ? 2 * progress : 2 - 2 * progress;
            double size = before ? Math.pow(strength, way * way) : Math.pow(strength, way * way / 2);
            VideoFrame shown = before ? from : to;
            scaling.draw(shown, Box.centred(size), coarse);
            double speed = Math.pow(strength, 0.45 * way);
            VideoFrame blurred = blur(coarse, other, speed, scaling);
            int weight = (int) Math.round(Math.min(1, way * 3) * Rows.FULL);
            if (weight == Rows.FULL) {
                scaling.draw(blurred, Box.FULL, target);
                return;
            }
            scaling.draw(blurred, Box.FULL, smooth);
            scaling.draw(shown, Box.centred(size), sharp);
            for (int i = 0; i < 3; i++) {
                Rows.mix(sharp.plane(i), smooth.plane(i), weight, target.plane(i));
            }
        };
    }

    /** Mixes a picture with itself enlarged, then the outcome with itself, so that few rounds leave a long streak. */
    private static VideoFrame blur(VideoFrame picture, VideoFrame scratch, double reach, Scaling scaling) {
        for (int round = 1; round <= ROUNDS; round++) {
            scaling.draw(picture, Box.centred(Math.pow(reach, Math.pow(2, -round))), scratch);
            for (int i = 0; i < 3; i++) {
                Rows.mix(picture.plane(i), scratch.plane(i), Rows.FULL / 2, picture.plane(i));
            }
        }
        return picture;
    }
}
