package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.ScriptScene;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How one scene passes into the next: a leap in time fades, a change of place in the same hour dissolves, what the script writes goes first. */
final class Passages {
    private static final Set<String> SAME_MOMENT =
            Set.of("CONTINUOUS", "SAME", "SAME TIME", "MOMENTS LATER", "CONTINUING");

    private Passages() {}

    static List<ScenePlan> between(List<ScriptScene> scenes, List<ScenePlan> plans) {
        List<ScenePlan> passing = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            ScenePlan plan = plans.get(i);
            Shot last = plan.shots().get(plan.shots().size() - 1);
            boolean open = i + 1 < plans.size() && last.transition().isEmpty();
            passing.add(open ? ending(plan, last, transition(last, scenes.get(i + 1), plans.get(i + 1))) : plan);
        }
        return passing;
    }

    private static String transition(Shot last, ScriptScene next, ScenePlan nextPlan) {
        String time = next.heading().timeOfDay().toUpperCase(Locale.ROOT);
        if (SAME_MOMENT.contains(time)) {
            return "";
        }
        ShotDescription before = last.picture();
        ShotDescription after = nextPlan.shots().get(0).picture();
        boolean leap = time.contains("LATER")
                || time.contains("NEXT")
                || !after.season().isEmpty() && !before.season().equals(after.season())
                || !time.isEmpty() && isNight(before) != isNight(after);
        return leap ? Transitions.FADE_THROUGH_BLACK : before.place().equals(after.place()) ? "" : Transitions.DISSOLVE;
    }

    private static boolean isNight(ShotDescription picture) {
        return picture.timeOfDay().equals("night") || picture.timeOfDay().equals("evening");
    }

    private static ScenePlan ending(ScenePlan plan, Shot last, String transition) {
        List<Shot> shots = new ArrayList<>(plan.shots());
        shots.set(
                shots.size() - 1,
                new Shot(
                        last.id(),
                        last.lines(),
                        last.picture(),
                        last.move(),
                        transition,
                        last.cue(),
                        last.onScreenText()));
        return new ScenePlan(plan.sceneId(), plan.title(), plan.mood(), shots);
    }
}
