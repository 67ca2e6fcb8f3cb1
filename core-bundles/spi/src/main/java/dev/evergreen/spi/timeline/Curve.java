package dev.evergreen.spi.timeline;

import java.util.List;

/**
 * A value that changes over a clip.
 *
 * @param keyframes at least one, in rising order of their frames; before the first and after the last the value is theirs
 */
public record Curve(List<Keyframe> keyframes) {
    public Curve {
        keyframes = List.copyOf(keyframes);
        Check.require(!keyframes.isEmpty(), "A curve needs at least one keyframe");
        for (int i = 1; i < keyframes.size(); i++) {
            Check.require(
                    keyframes.get(i - 1).frame() < keyframes.get(i).frame(),
                    "A curve's keyframes must rise, but " + keyframes.get(i).frame() + " follows "
                            + keyframes.get(i - 1).frame());
        }
    }

    public static Curve constant(double value) {
        return new Curve(List.of(new Keyframe(0, value, Easing.HOLD)));
    }

    public double at(double frame) {
        Keyframe first = keyframes.get(0);
        if (frame <= first.frame()) {
            return first.value();
        }
        for (int i = 1; i < keyframes.size(); i++) {
            Keyframe from = keyframes.get(i - 1);
            Keyframe to = keyframes.get(i);
            if (frame < to.frame()) {
                double progress = (frame - from.frame()) / (to.frame() - from.frame());
                return from.value()
                        + (to.value() - from.value()) * from.easing().at(progress);
            }
        }
        return keyframes.get(keyframes.size() - 1).value();
    }
}
