package dev.evergreen.spi.effect;

import dev.evergreen.spi.timeline.Curve;
import java.util.Map;

/**
 * What a plugin is asked to do. What is absent takes the plugin's own default, the one in its descriptor.
 *
 * @param parameters values by name: strings, numbers, booleans, lists and maps of them
 * @param curves numbers that change over time; they win over {@code parameters}
 * @param length of the clip or transition: frames for pictures, samples for sound
 * @param seed for whatever looks random; the same clip always gets the same
 */
public record EffectRequest(Map<String, Object> parameters, Map<String, Curve> curves, long length, long seed) {
    public EffectRequest {
        parameters = Map.copyOf(parameters);
        curves = Map.copyOf(curves);
    }

    /** A number at a moment of the clip, from its curve if it has one. */
    public double number(String name, double fallback, long frame) {
        Curve curve = curves.get(name);
        return curve == null ? number(name, fallback) : curve.at(frame);
    }

    /** A number that does not change. */
    public double number(String name, double fallback) {
        Object value = parameters.get(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("The parameter " + name + " must be a number, but is " + value);
    }

    /** A number that may change, as the value of a filter's option. */
    public FilterOption option(String name, double fallback) {
        Curve curve = curves.get(name);
        return curve == null ? new FilterOption.Number(number(name, fallback)) : new FilterOption.Animated(curve);
    }

    public String text(String name, String fallback) {
        Object value = parameters.get(name);
        return value == null ? fallback : value.toString();
    }

    public boolean flag(String name, boolean fallback) {
        Object value = parameters.get(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("The parameter " + name + " must be true or false, but is " + value);
    }
}
