package dev.evergreen.productions.internal;

import dev.evergreen.productions.internal.StepData.Span;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.SpokenLine;

/** How the words of a scene spread over its shots, so that one recording of the scene can be cut to them. */
final class SceneWords {
    private final ScenePlan scene;
    private final int total;

    private SceneWords(ScenePlan scene) {
        this.scene = scene;
        this.total =
                Math.max(1, scene.shots().stream().mapToInt(SceneWords::letters).sum());
    }

    static SceneWords of(ScenePlan scene) {
        return new SceneWords(scene);
    }

    Span spanOf(Shot shot) {
        int before = 0;
        for (Shot other : scene.shots()) {
            if (other.id().equals(shot.id())) {
                break;
            }
            before += letters(other);
        }
        return new Span((double) before / total, (double) (before + letters(shot)) / total);
    }

    private static int letters(Shot shot) {
        return shot.lines().stream()
                .map(SpokenLine::text)
                .mapToInt(String::length)
                .sum();
    }
}
