package dev.evergreen.spi.timeline;

import java.util.Map;
import java.util.Objects;

/**
 * The way from a clip to the next one on its track. It plays during the first {@code frames} frames of the next clip, for
 * which the clip it leaves is drawn on past its end; so a transition never changes the length of the film. Where the next
 * clip does not follow at once, the way leads to the canvas's background.
 *
 * @param pluginId the transition's {@code evergreen.plugin.id}
 * @param frames at least 1, at most the length of the next clip
 * @param parameters values by the names of the plugin's descriptor
 */
public record TransitionUse(String pluginId, int frames, Map<String, Object> parameters) {
    public TransitionUse {
        Check.require(pluginId != null && !pluginId.isBlank(), "A transition names no plugin");
        Check.atLeast("The transition's length in frames", frames, 1);
        parameters =
                Check.sorted(Objects.requireNonNull(parameters, "A transition has no parameters; give an empty map"));
    }
}
