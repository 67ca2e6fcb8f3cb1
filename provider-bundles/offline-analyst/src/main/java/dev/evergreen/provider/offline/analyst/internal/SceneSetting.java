package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.SceneHeading;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import dev.evergreen.spi.script.Setting;
import java.util.Locale;
import java.util.Optional;

/** Where and when a scene plays, from its heading and, where that is silent, from its words. */
final class SceneSetting {
    private SceneSetting() {}

    /**
     * @param before what the scene before leaves
     * @param prose whether the scene's paragraphs are narrated; each of them then has its own weather
     */
    static SceneState begin(ScriptScene scene, SceneState before, boolean prose) {
        SceneState next = new SceneState();
        next.follow(before);
        SceneHeading heading = scene.heading();
        String where = heading.place().isEmpty() ? heading.text() : heading.place();
        Optional<PhraseTable.Hit> place = Vocabulary.PLACES.first(Word.of(where));
        next.place =
                place.map(hit -> hit.entry().canonical()).orElse(heading.place().toLowerCase(Locale.ROOT));
        next.setting = heading.setting();
        if (next.setting == Setting.UNSPECIFIED && place.isPresent()) {
            next.setting = place.get().entry().marked() ? Setting.INTERIOR : Setting.EXTERIOR;
        }
        if (next.place.isEmpty()) {
            Vocabulary.PLACES.first(Word.of(seen(scene, prose))).ifPresent(hit -> next.move(hit.entry()));
        }
        String headingTime = Vocabulary.TIMES.firstWord(heading.text());
        next.timeOfDay = headingTime.isEmpty() ? before.timeOfDay : headingTime;
        next.season = Vocabulary.SEASONS.firstWord(heading.text());
        next.weather = Vocabulary.WEATHER.firstWord(heading.text());
        if (!prose) {
            String actions = seen(scene, false);
            next.season = next.season.isEmpty() ? Vocabulary.SEASONS.firstWord(actions) : next.season;
            next.weather = next.weather.isEmpty() ? Vocabulary.WEATHER.firstWord(actions) : next.weather;
        }
        next.mood = mood(scene);
        return next;
    }

    private static String mood(ScriptScene scene) {
        Moods moods = new Moods().seen(scene.heading().text());
        for (ScriptElement element : scene.elements()) {
            switch (element.kind()) {
                case ACTION, PARENTHETICAL -> moods.seen(element.text());
                case DIALOGUE, LYRICS, CENTERED -> moods.said(element.text());
                case TRANSITION, CUE -> {
                    // Neither is part of what happens.
                }
            }
        }
        return moods.orElse(Moods.NEUTRAL);
    }

    private static String seen(ScriptScene scene, boolean narrationToo) {
        StringBuilder text = new StringBuilder();
        for (ScriptElement element : scene.elements()) {
            boolean narration = element.kind() == ScriptElement.Kind.DIALOGUE
                    && element.speaker().isEmpty();
            if (element.kind() == ScriptElement.Kind.ACTION || narrationToo && narration) {
                text.append(element.text()).append(". ");
            }
        }
        return text.toString();
    }
}
