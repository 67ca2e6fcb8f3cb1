package dev.evergreen.domain.project;

import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the rows of a script's scenes, keeping of the stored ones what still holds. */
public final class SceneRows {
    private static final String NO_PLAN = "{}";

    private final UUID projectId;
    private final Instant now;
    private final Map<String, Scene> stored = new HashMap<>();

    public SceneRows(UUID projectId, List<Scene> stored, Instant now) {
        this.projectId = projectId;
        this.now = now;
        stored.forEach(scene -> this.stored.put(scene.key(), scene));
    }

    /** Rows of a script that was only parsed: a scene whose words did not change keeps its plan. */
    public List<Scene> parsed(Screenplay screenplay) {
        List<Scene> rows = new ArrayList<>();
        for (ScriptScene scene : screenplay.scenes()) {
            String content = content(scene);
            Optional<Scene> same = Optional.ofNullable(stored.get(scene.id()))
                    .filter(before -> before.content().equals(content));
            rows.add(row(
                    scene,
                    rows.size() + 1,
                    same.map(Scene::title).orElse(scene.heading().text()),
                    same.map(Scene::plan).orElse(NO_PLAN),
                    same.flatMap(Scene::durationSeconds)));
        }
        return rows;
    }

    /** Rows of a divided script. */
    public List<Scene> planned(Screenplay screenplay, FilmPlan plan) {
        Map<String, ScenePlan> plans = new HashMap<>();
        plan.scenes().forEach(scene -> plans.put(scene.sceneId(), scene));
        List<Scene> rows = new ArrayList<>();
        for (ScriptScene scene : screenplay.scenes()) {
            Optional<ScenePlan> planned = Optional.ofNullable(plans.get(scene.id()));
            rows.add(row(
                    scene,
                    rows.size() + 1,
                    planned.map(ScenePlan::title).orElse(scene.heading().text()),
                    planned.map(Json::write).orElse(NO_PLAN),
                    Optional.empty()));
        }
        return rows;
    }

    private Scene row(ScriptScene scene, int number, String title, String plan, Optional<Double> seconds) {
        Optional<Scene> before = Optional.ofNullable(stored.get(scene.id()));
        return new Scene(
                before.map(Scene::id).orElseGet(() -> newId(scene.id())),
                projectId,
                scene.id(),
                number,
                title,
                scene.heading().text(),
                seconds,
                content(scene),
                plan,
                before.map(Scene::createdAt).orElse(now));
    }

    /** The same key gives the same id, whoever makes the row first. */
    private UUID newId(String key) {
        return UUID.nameUUIDFromBytes((projectId + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String content(ScriptScene scene) {
        return String.join(
                "\n\n", scene.elements().stream().map(ScriptElement::text).toList());
    }
}
