package dev.evergreen.spi.script;

import java.util.List;

/**
 * The shots of one scene.
 *
 * @param sceneId the {@link ScriptScene}'s id
 * @param title short title for people
 * @param mood one word, for example {@code calm}; music and light follow it
 * @param shots shots in order, at least one
 */
public record ScenePlan(String sceneId, String title, String mood, List<Shot> shots) {
    public ScenePlan {
        shots = List.copyOf(shots);
    }
}
