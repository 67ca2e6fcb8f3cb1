package dev.evergreen.projects;

import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.scripting.ParsedScript;
import java.util.List;

/**
 * A script that was stored, with what was read from it.
 *
 * @param scenes the project's scenes in order, as they are now
 */
public record StoredScript(Script script, ParsedScript parsed, List<Scene> scenes) {
    public StoredScript {
        scenes = List.copyOf(scenes);
    }
}
