package dev.evergreen.transition.glitch.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Easing;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;

/** Tears the picture into bands that jump sideways, tears the colours apart, and lets bands of the next picture through. */
@Component(property = EffectPlugin.ID + "=evergreen.glitch")
public final class Glitch implements FrameTransition {
    /** How often in a transition the disturbance changes. */
    private static final int BURSTS = 9;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double strength = request.number("strength", 0.5);
        int bands = (int) request.number("bands", 28);
        long seed = request.seed();
        return (from, to, progress, target) -> {
            double amount = Math.sin(Math.PI * progress) * strength;
            SplittableRandom random = new SplittableRandom(seed * 31 + (long) (progress * BURSTS));
            int split = (int) Math.round((random.nextDouble() - 0.5) * amount * 0.08 * in.chromaWidth());
            int top = 0;
            while (top < in.chromaHeight()) {
                int height = 1 + random.nextInt(Math.max(1, 2 * in.chromaHeight() / bands));
                int bottom = Math.min(in.chromaHeight(), top + height);
                boolean next = random.nextDouble() < Easing.EASE_IN_OUT.at(progress * 1.4 - 0.2);
                boolean torn = random.nextDouble() < amount * 1.3;
                double jump = random.nextDouble() * 2 - 1;
                int shift = torn ? (int) Math.round(jump * jump * jump * amount * 0.5 * in.chromaWidth()) : 0;
                VideoFrame source = next ? to : from;
                band(source.plane(0), target.plane(0), 2 * top, 2 * bottom, 2 * shift);
                band(source.plane(1), target.plane(1), top, bottom, shift + split);
                band(source.plane(2), target.plane(2), top, bottom, shift - split);
                top = bottom;
            }
        };
    }

    /** Copies rows moved sideways; what leaves on one side comes in on the other. */
    private static void band(Plane source, Plane target, int from, int to, int shift) {
        int width = target.width();
        int moved = Math.floorMod(shift, width);
        for (int y = from; y < Math.min(to, target.height()); y++) {
            Rows.copy(source, 0, target, moved, y, width - moved);
            Rows.copy(source, width - moved, target, 0, y, moved);
        }
    }
}
