package dev.evergreen.api.internal.view;

import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.ScenePlan;
import java.util.List;

/** A planned film, who planned it, and what that cost. */
public record AnalysisView(
        String title,
        String logline,
        List<CastMember> cast,
        List<PlannedScene> scenes,
        String provider,
        boolean cached,
        MoneyView charge) {
    public static AnalysisView of(Served<AnalysisResult> served) {
        FilmPlan plan = served.result().plan();
        return new AnalysisView(
                plan.title(),
                plan.logline(),
                plan.cast(),
                plan.scenes().stream().map(PlannedScene::of).toList(),
                served.trail().served(),
                served.cached(),
                MoneyView.of(served.charge()));
    }

    /** A scene as planned. */
    public record PlannedScene(String key, String title, String mood, List<ShotView> shots) {
        static PlannedScene of(ScenePlan scene) {
            return new PlannedScene(scene.sceneId(), scene.title(), scene.mood(), ShotView.all(scene));
        }
    }
}
