package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.ScriptScene;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a scene's beats into shots. Used by one thread while a film is planned, scene after scene. */
final class ShotMaker {
    private static final int MOST_OBJECTS = 5;
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)\\b(?:leaves?|exits?|disappears?|vanish(?:es)?|(?:walks?|runs?|rides?|rows?|drives?|swims?|marches) (?:away|off|out))\\b");

    private final Cast cast;
    private final boolean prose;
    private final Camera camera = new Camera();
    private final Framing framing = new Framing();
    private final ShotIds ids = new ShotIds();
    private SceneState state = new SceneState();

    /** @param prose whether the paragraphs are narrated, so that they may lead from place to place */
    ShotMaker(Cast cast, boolean prose) {
        this.cast = cast;
        this.prose = prose;
    }

    ScenePlan scene(ScriptScene scene, List<Beat> beats, boolean firstOfFilm, boolean lastOfFilm) {
        state = SceneSetting.begin(scene, state, prose);
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            boolean first = i == 0;
            boolean last = lastOfFilm && i == beats.size() - 1;
            if (i + 1 < beats.size()
                    && isCoverage(beats.get(i + 1))
                    && beats.get(i).transition().isEmpty()) {
                beats.get(i).transition(Transitions.CUT);
            }
            shots.add(shot(scene, beats.get(i), first, firstOfFilm && first, last));
        }
        return new ScenePlan(scene.id(), Titles.of(scene), state.mood, shots);
    }

    /** Only speech goes on, in the same place and moment: faces are cut to, not dissolved into. */
    private static boolean isCoverage(Beat beat) {
        return beat.action().isEmpty() && !beat.isNarrated() && beat.cue().isEmpty();
    }

    private Shot shot(ScriptScene scene, Beat beat, boolean firstOfScene, boolean firstOfFilm, boolean lastOfFilm) {
        String text = beat.action().isEmpty() && beat.isNarrated() ? beat.spoken() : beat.action();
        Picture picture = PictureReader.read(text, cast, state);
        if (prose && beat.isNarrated()) {
            lead(text, picture);
        }
        Blocking blocking = new Blocking(state, prose);
        List<PersonInShot> people;
        ShotSize size;
        List<String> objects;
        if (text.isEmpty()) {
            people = blocking.speakers(beat);
            size = firstOfScene || lastOfFilm && people.isEmpty() ? ShotSize.WIDE : framing.coverage(people.size());
            people = size == ShotSize.CLOSE_UP ? people : blocking.withOthers(people);
            objects = size == ShotSize.CLOSE_UP ? List.of() : state.objects;
        } else {
            size = framing.size(text, picture, firstOfScene, lastOfFilm);
            people = blocking.people(picture, beat, size);
            objects = picture.objects.stream().limit(MOST_OBJECTS).toList();
            state.objects = objects;
        }
        List<CastMember> looks =
                people.stream().map(person -> cast.member(person.name())).toList();
        ShotDescription description = description(text, size, people, looks, objects);
        state.seen(people, looks);
        if (LEAVING.matcher(text).find()) {
            people.forEach(person -> state.leave(person.name()));
        }
        List<SpokenLine> lines = beat.lines().stream()
                .map(line -> new SpokenLine(line.speaker(), line.text(), line.delivery()))
                .toList();
        return new Shot(
                ids.next(scene.id(), beat),
                lines,
                description,
                camera.move(description, text, firstOfFilm, lastOfFilm),
                beat.transition(),
                beat.cue(),
                beat.onScreenText());
    }

    private ShotDescription description(
            String text, ShotSize size, List<PersonInShot> people, List<CastMember> looks, List<String> objects) {
        String mood = new Moods().seen(text).orElse(state.mood);
        String prompt = Prompts.write(state, size, people, looks, objects, mood, text);
        return new ShotDescription(
                prompt,
                state.setting,
                state.place,
                state.timeOfDay,
                state.weather,
                state.season,
                mood,
                size,
                people,
                looks,
                objects);
    }

    /** A drop of rain does not make it rain. */
    private static String weather(String text) {
        List<Word> words = Word.of(text);
        return Vocabulary.WEATHER.hits(words).stream()
                .filter(hit ->
                        hit.first() == 0 || !words.get(hit.first() - 1).lower().equals("of"))
                .map(hit -> hit.entry().canonical())
                .findFirst()
                .orElse("");
    }

    /** Narration leads the picture to where its words are. */
    private void lead(String text, Picture picture) {
        List<PhraseTable.Hit> places = Vocabulary.PLACES.hits(Word.of(text));
        boolean stays = places.stream().anyMatch(hit -> hit.entry().canonical().equals(state.place));
        if (stays) {
            picture.place = state.place;
        } else if (!places.isEmpty()) {
            state.move(places.get(0).entry());
        } else if (!picture.hintedPlace.isEmpty() && picture.people.isEmpty()) {
            state.place = picture.hintedPlace;
            state.setting = Setting.EXTERIOR;
        }
        state.weather = weather(text);
        String season = Vocabulary.SEASONS.firstWord(text);
        state.season = season.isEmpty() ? state.season : season;
        String time = Vocabulary.TIMES.firstWord(text);
        state.timeOfDay = time.isEmpty() ? state.timeOfDay : time;
    }
}
