package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Keyframe;
import java.util.ArrayList;
import java.util.List;

/** Options of filters that are parameters in another unit. */
public final class FilterOptions {
    private FilterOptions() {}

    /** A number that may change over time, times a factor: such as a share of the height in pixels. */
    public static FilterOption scaled(EffectRequest request, String name, double fallback, double factor) {
        return linear(request, name, fallback, factor, 0);
    }

    /** Like {@link #scaled(EffectRequest, String, double, double)}, and held inside what the filter takes. */
    public static FilterOption scaled(
            EffectRequest request, String name, double fallback, double factor, double least, double most) {
        FilterOption option = scaled(request, name, fallback, factor);
        if (option instanceof FilterOption.Animated animated) {
            return new FilterOption.Animated(new Curve(animated.curve().keyframes().stream()
                    .map(key -> new Keyframe(key.frame(), held(key.value(), least, most), key.easing()))
                    .toList()));
        }
        return new FilterOption.Number(held(request.number(name, fallback) * factor, least, most));
    }

    private static double held(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** A number that may change over time, times a factor and plus a term. */
    public static FilterOption linear(EffectRequest request, String name, double fallback, double factor, double plus) {
        FilterOption option = request.option(name, fallback);
        if (option instanceof FilterOption.Animated animated) {
            List<Keyframe> keyframes = new ArrayList<>();
            for (Keyframe key : animated.curve().keyframes()) {
                keyframes.add(new Keyframe(key.frame(), key.value() * factor + plus, key.easing()));
            }
            return new FilterOption.Animated(new Curve(keyframes));
        }
        return new FilterOption.Number(request.number(name, fallback) * factor + plus);
    }
}
