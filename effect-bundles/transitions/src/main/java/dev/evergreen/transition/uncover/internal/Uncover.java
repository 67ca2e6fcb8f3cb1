package dev.evergreen.transition.uncover.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Moves the first picture away, faster and faster, from over the resting next one. */
@Component(property = EffectPlugin.ID + "=evergreen.uncover")
public final class Uncover implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String direction = request.text("direction", "left");
        return (from, to, progress, target) -> {
            double eased = Easing.EASE_IN.at(progress);
            for (int i = 0; i < 3; i++) {
                uncover(from.plane(i), to.plane(i), target.plane(i), eased, direction, in, i);
            }
        };
    }

    private static void uncover(
            Plane from, Plane to, Plane target, double progress, String direction, MediaFormat in, int plane) {
        // Luma moves by whole chroma pixels, so that colour and brightness stay together.
        int unit = plane == 0 ? 2 : 1;
        if (direction.equals("left") || direction.equals("right")) {
            int gone = Math.min(target.width(), unit * (int) Math.round(in.chromaWidth() * progress));
            int rest = target.width() - gone;
            for (int y = 0; y < target.height(); y++) {
                if (direction.equals("left")) {
                    Rows.copy(from, gone, target, 0, y, rest);
                    Rows.copy(to, rest, target, rest, y, gone);
                } else {
                    Rows.copy(to, 0, target, 0, y, gone);
                    Rows.copy(from, 0, target, gone, y, rest);
                }
            }
            return;
        }
        int gone = Math.min(target.height(), unit * (int) Math.round(in.chromaHeight() * progress));
        int rest = target.height() - gone;
        if (direction.equals("up")) {
            Rows.copyRows(from, gone, target, 0, rest);
            Rows.copyRows(to, rest, target, rest, gone);
        } else {
            Rows.copyRows(to, 0, target, 0, gone);
            Rows.copyRows(from, 0, target, gone, rest);
        }
    }
}
