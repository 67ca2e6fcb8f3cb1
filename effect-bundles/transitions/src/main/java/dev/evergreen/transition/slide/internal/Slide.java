package dev.evergreen.transition.slide.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Moves the next picture in over the resting one, slowing down as it arrives. */
@Component(property = EffectPlugin.ID + "=evergreen.slide")
public final class Slide implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String direction = request.text("direction", "left");
        return (from, to, progress, target) -> {
            double eased = 1 - Math.pow(1 - progress, 3);
            for (int i = 0; i < 3; i++) {
                slide(from.plane(i), to.plane(i), target.plane(i), eased, direction, in, i);
            }
        };
    }

    private static void slide(
            Plane from, Plane to, Plane target, double progress, String direction, MediaFormat in, int plane) {
        // Luma moves by whole chroma pixels, so that colour and brightness stay together.
        int unit = plane == 0 ? 2 : 1;
        if (direction.equals("left") || direction.equals("right")) {
            int shown = Math.min(target.width(), unit * (int) Math.round(in.chromaWidth() * progress));
            int rest = target.width() - shown;
            for (int y = 0; y < target.height(); y++) {
                if (direction.equals("left")) {
                    Rows.copy(from, 0, target, 0, y, rest);
                    Rows.copy(to, 0, target, rest, y, shown);
                } else {
                    Rows.copy(to, rest, target, 0, y, shown);
                    Rows.copy(from, shown, target, shown, y, rest);
                }
            }
            return;
        }
        int shown = Math.min(target.height(), unit * (int) Math.round(in.chromaHeight() * progress));
        int rest = target.height() - shown;
        if (direction.equals("up")) {
            Rows.copyRows(from, 0, target, 0, rest);
            Rows.copyRows(to, 0, target, rest, shown);
        } else {
            Rows.copyRows(to, rest, target, 0, shown);
            Rows.copyRows(from, shown, target, shown, rest);
        }
    }
}
