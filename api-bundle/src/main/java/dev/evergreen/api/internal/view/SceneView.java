package dev.evergreen.api.internal.view;

import dev.evergreen.domain.project.Scene;
import dev.evergreen.projects.ScenePlans;
import dev.evergreen.spi.script.ScenePlan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A stored scene with its planned shots. */
public record SceneView(
        UUID id,
        UUID projectId,
        String key,
        int number,
        String title,
        String description,
        Optional<Double> durationSeconds,
        String content,
        Optional<String> mood,
        List<ShotView> shots) {
    public static SceneView of(Scene scene) {
        Optional<ScenePlan> plan = ScenePlans.of(scene);
        return new SceneView(
                scene.id(),
                scene.projectId(),
                scene.key(),
                scene.number(),
                scene.title(),
                scene.description(),
                scene.durationSeconds(),
                scene.content(),
                plan.map(ScenePlan::mood),
                plan.map(ShotView::all).orElse(List.of()));
    }
}
