package dev.evergreen.productions.internal;

import dev.evergreen.domain.project.KnownScenes;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRows;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.spi.provider.AnalysisRequest;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.Screenplay;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a script is divided into shots, for making the film and for saying what it will cost.
 *
 * @param screenplay the script, its scenes under the keys that they are stored under
 * @param choices what was decided for the production
 * @param stored the project's scenes as they are stored
 */
record Division(Project project, Screenplay screenplay, Choices choices, List<Scene> stored) {
    private static final int MAXIMUM_SHOT_SECONDS = 8;

    Division {
        stored = List.copyOf(stored);
    }

    static Division of(Project project, ParsedScript script, ProductionRequest request, List<Scene> stored) {
        Screenplay screenplay = KnownScenes.underStoredKeys(script.screenplay(), stored);
        return new Division(project, screenplay, Choices.of(request, script.settings(), screenplay.language()), stored);
    }

    AnalysisRequest request() {
        return new AnalysisRequest(screenplay, MAXIMUM_SHOT_SECONDS);
    }

    /** The scenes as they are stored with that plan. */
    List<Scene> rows(FilmPlan plan, Instant now) {
        return new SceneRows(project.id(), stored, now).planned(screenplay, plan);
    }

    /**
     * What the further steps begin from.
     *
     * @throws IllegalArgumentException when the one scene that was asked for does not exist
     */
    Divided divided(FilmPlan plan, List<Scene> rows, List<BillLine> bill) {
        Map<String, UUID> ids = new HashMap<>();
        rows.forEach(row -> ids.put(row.key(), row.id()));
        return new Divided(
                choices.scene().isEmpty() ? plan : only(plan, choices.scene().get()), choices, ids, bill);
    }

    private static FilmPlan only(FilmPlan plan, int scene) {
        if (scene < 1 || scene > plan.scenes().size()) {
            throw new IllegalArgumentException("There is no scene " + scene + "; the script has scenes 1 to "
                    + plan.scenes().size() + ".");
        }
        return new FilmPlan(
                plan.title(), plan.logline(), plan.cast(), List.of(plan.scenes().get(scene - 1)));
    }
}
