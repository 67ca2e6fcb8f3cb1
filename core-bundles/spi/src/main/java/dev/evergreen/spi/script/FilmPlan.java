package dev.evergreen.spi.script;

import java.util.List;

/**
 * The plan of a film: who plays, and every shot.
 *
 * @param title the film's title
 * @param logline one sentence about it
 * @param cast everybody who is seen or heard
 * @param scenes scenes in order
 */
public record FilmPlan(String title, String logline, List<CastMember> cast, List<ScenePlan> scenes) {
    public FilmPlan {
        cast = List.copyOf(cast);
        scenes = List.copyOf(scenes);
    }
}
