package dev.evergreen.api.internal.view;

import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import java.util.List;

/** A planned shot. */
public record ShotView(
        String id,
        List<SpokenLine> lines,
        Picture picture,
        CameraMove move,
        String transition,
        String cue,
        String onScreenText) {
    static List<ShotView> all(ScenePlan plan) {
        return plan.shots().stream().map(ShotView::of).toList();
    }

    private static ShotView of(Shot shot) {
        return new ShotView(
                shot.id(),
                shot.lines(),
                Picture.of(shot.picture()),
                shot.move(),
                shot.transition(),
                shot.cue(),
                shot.onScreenText());
    }

    /** What the shot shows. */
    public record Picture(
            String prompt,
            Setting setting,
            String place,
            String timeOfDay,
            String weather,
            String season,
            String mood,
            ShotSize size,
            List<String> people,
            List<String> objects) {
        static Picture of(ShotDescription shot) {
            return new Picture(
                    shot.prompt(),
                    shot.setting(),
                    shot.place(),
                    shot.timeOfDay(),
                    shot.weather(),
                    shot.season(),
                    shot.mood(),
                    shot.size(),
                    shot.people().stream().map(PersonInShot::name).toList(),
                    shot.objects());
        }
    }
}
