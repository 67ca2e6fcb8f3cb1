package dev.evergreen.scripting;

import dev.evergreen.scripting.internal.SceneMatching;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptScene;
import java.util.List;

/**
 * Carries scene ids over from a script's previous version, so that what was made for a scene stays with it when the script is edited, even when scenes
 * move, change their heading or change their words.
 */
public final class SceneMatcher {
    private SceneMatcher() {}

    /**
     * @param previous the scenes of the previous version with the ids that count
     * @param parsed the new version
     * @return the new version, each scene with the id of the previous scene that it continues, or with an id that no previous scene has
     */
    public static Screenplay match(List<ScriptScene> previous, Screenplay parsed) {
        return SceneMatching.match(previous, parsed);
    }
}
