package dev.evergreen.spi.timeline;

import java.util.Map;
import java.util.Objects;

/**
 * An effect on a clip.
 *
 * @param pluginId the effect's {@code evergreen.plugin.id}
 * @param parameters values by the names of the plugin's descriptor: strings, numbers, booleans, lists and maps of them
 * @param curves parameters that change over the clip; they win over {@code parameters}
 */
public record EffectUse(String pluginId, Map<String, Object> parameters, Map<String, Curve> curves) {
    public EffectUse {
        Check.require(pluginId != null && !pluginId.isBlank(), "An effect names no plugin");
        parameters = Check.sorted(Objects.requireNonNull(parameters, "An effect has no parameters; give an empty map"));
        curves = Check.sorted(Objects.requireNonNull(curves, "An effect has no curves; give an empty map"));
    }

    public static EffectUse of(String pluginId, Map<String, Object> parameters) {
        return new EffectUse(pluginId, parameters, Map.of());
    }
}
