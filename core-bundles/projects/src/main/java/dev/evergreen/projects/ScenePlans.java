package dev.evergreen.projects;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.spi.script.ScenePlan;
import java.util.Optional;

/** Reads the plans that scenes carry. */
public final class ScenePlans {
    private ScenePlans() {}

    /** The scene's shots; empty before the scene was divided. */
    public static Optional<ScenePlan> of(Scene scene) {
        return Json.readObject(scene.plan()).isEmpty()
                ? Optional.empty()
                : Optional.of(Json.read(scene.plan(), ScenePlan.class));
    }
}
