package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import dev.evergreen.spi.script.Shot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plans a film from a screenplay. The same screenplay always gives the same plan. */
final class FilmPlanner {
    private static final int LONGEST_LOGLINE = 160;

    private final Screenplay screenplay;
    private final double maximumShotSeconds;
    private final Cast cast;
    private final boolean actionIsNarrated;
    private final ShotMaker shots;

    private FilmPlanner(Screenplay screenplay, int maximumShotSeconds) {
        this.screenplay = screenplay;
        this.maximumShotSeconds = maximumShotSeconds;
        this.cast = new Cast(screenplay);
        this.actionIsNarrated = screenplay.scenes().stream()
                .flatMap(scene -> scene.elements().stream())
                .noneMatch(element -> element.kind() == ScriptElement.Kind.DIALOGUE);
        this.shots = new ShotMaker(cast, actionIsNarrated);
    }

    static FilmPlan plan(Screenplay screenplay, int maximumShotSeconds) {
        return new FilmPlanner(screenplay, maximumShotSeconds).plan();
    }

    private FilmPlan plan() {
        List<ScenePlan> scenes = new ArrayList<>();
        String title = title();
        for (int i = 0; i < screenplay.scenes().size(); i++) {
            ScriptScene scene = screenplay.scenes().get(i);
            List<Beat> beats = BeatReader.read(scene, maximumShotSeconds, actionIsNarrated);
            if (i == 0) {
                beats = Opening.establish(beats, screenplay.title());
            }
            boolean last = i == screenplay.scenes().size() - 1;
            scenes.add(shots.scene(scene, beats, i == 0, last));
        }
        return new FilmPlan(title, logline(), seen(scenes), Passages.between(screenplay.scenes(), scenes));
    }

    private String title() {
        if (!screenplay.title().isEmpty()) {
            return screenplay.title();
        }
        String heading = screenplay.scenes().get(0).heading().text();
        return heading.isEmpty() ? "Untitled" : Titles.of(screenplay.scenes().get(0));
    }

    private String logline() {
        for (ScriptScene scene : screenplay.scenes()) {
            if (scene.synopsis().isPresent()) {
                return scene.synopsis().get();
            }
        }
        for (ScriptScene scene : screenplay.scenes()) {
            for (ScriptElement element : scene.elements()) {
                if (element.kind() == ScriptElement.Kind.ACTION || element.kind() == ScriptElement.Kind.DIALOGUE) {
                    String sentence = Speech.sentences(Speech.oneLine(element.text())).stream()
                            .findFirst()
                            .orElse("");
                    return sentence.length() <= LONGEST_LOGLINE
                            ? sentence
                            : sentence.substring(0, LONGEST_LOGLINE - 1) + "\u2026";
                }
            }
        }
        return "";
    }

    /** Members who are seen or heard, in the order of the script's characters, then of their first shot. */
    private List<CastMember> seen(List<ScenePlan> scenes) {
        Set<String> names = new LinkedHashSet<>();
        for (ScenePlan scene : scenes) {
            for (Shot shot : scene.shots()) {
                shot.picture().people().forEach(person -> names.add(person.name()));
                shot.lines().forEach(line -> names.add(line.speaker()));
            }
        }
        return cast.members().stream()
                .filter(member -> names.contains(member.name()))
                .toList();
    }
}
