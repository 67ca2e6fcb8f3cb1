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
        FilterOption option = request.option(name, fallback);
        if (option instanceof FilterOption.Animated animated) {
            List<Keyframe> keyframes = new ArrayList<>();
            for (Keyframe key : animated.curve().keyframes()) {
                keyframes.add(new Keyframe(key.frame(), key.value() * factor, key.easing()));
            }
            return new FilterOption.Animated(new Curve(keyframes));
        }
        return new FilterOption.Number(request.number(name, fallback) * factor);
    }
}
