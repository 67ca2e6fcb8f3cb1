package dev.evergreen.domain.project;

import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayList;
import java.util.List;

/** Carries the keys of stored scenes from version to version of a script. */
public final class KnownScenes {
    private KnownScenes() {}

    /** A stored script's scenes are stored in its order, under keys that may come from an earlier version. */
    public static Screenplay underStoredKeys(Screenplay screenplay, List<Scene> stored) {
        if (stored.size() != screenplay.scenes().size()) {
            return screenplay;
        }
        List<ScriptScene> scenes = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            ScriptScene scene = screenplay.scenes().get(i);
            scenes.add(new ScriptScene(
                    stored.get(i).key(), scene.number(), scene.heading(), scene.synopsis(), scene.elements()));
        }
        return new Screenplay(
                screenplay.title(), screenplay.author(), screenplay.language(), scenes, screenplay.characters());
    }
}
