package dev.evergreen.transition.strips.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Slides the next picture in by strips, every second one from the other side, a little later each. */
@Component(property = EffectPlugin.ID + "=evergreen.strips")
public final class Strips implements FrameTransition {
    /** Of the transition: how much later the last strip starts than the first. */
    private static final double STAGGER = 0.45;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        int count = (int) request.number("count", 8);
        boolean across = request.text("direction", "horizontal").equals("horizontal");
        return (from, to, progress, target) -> {
            for (int i = 0; i < 3; i++) {
                Plane plane = target.plane(i);
                Rows.copyRows(from.plane(i), 0, plane, 0, plane.height());
                int units = across ? in.chromaHeight() : in.chromaWidth();
                for (int strip = 0; strip < count; strip++) {
                    double delay = STAGGER * strip / (count - 1);
                    double shown = Easing.EASE_OUT.at((progress - delay) / (1 - STAGGER));
                    Strip part = new Strip(units * strip / count, units * (strip + 1) / count, shown, strip % 2 == 0);
                    if (across) {
                        across(to.plane(i), plane, part, in, i == 0 ? 2 : 1);
                    } else {
                        down(to.plane(i), plane, part, in, i == 0 ? 2 : 1);
                    }
                }
            }
        };
    }

    /**
     * A strip of the next picture in chroma pixels.
     *
     * @param shown how much of its length is in, 0 to 1
     * @param start whether it comes in from the left or from above
     */
    private record Strip(int from, int to, double shown, boolean start) {}

    private static void across(Plane to, Plane target, Strip strip, MediaFormat in, int unit) {
        int shown = Math.min(target.width(), unit * (int) Math.round(in.chromaWidth() * strip.shown()));
        int rest = target.width() - shown;
        int end = Math.min(target.height(), unit * strip.to());
        for (int y = unit * strip.from(); y < end; y++) {
            Rows.copy(to, strip.start() ? rest : 0, target, strip.start() ? 0 : rest, y, shown);
        }
    }

    private static void down(Plane to, Plane target, Strip strip, MediaFormat in, int unit) {
        int shown = Math.min(target.height(), unit * (int) Math.round(in.chromaHeight() * strip.shown()));
        int rest = target.height() - shown;
        int left = unit * strip.from();
        int width = Math.min(target.width(), unit * strip.to()) - left;
        for (int row = 0; row < shown; row++) {
            int source = strip.start() ? rest + row : row;
            int place = strip.start() ? row : rest + row;
            Rows.copy(to, left, source, target, left, place, width);
        }
    }
}
