package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.SceneHeading;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a scene's beats into shots. Used by one thread while a film is planned, scene after scene. */
final class ShotMaker {
    private static final int MOST_PEOPLE = 4;
    private static final int MOST_OBJECTS = 5;

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
        state = begin(scene, state);
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            boolean first = i == 0;
            boolean last = lastOfFilm && i == beats.size() - 1;
            shots.add(shot(scene, beats.get(i), first, firstOfFilm && first, last));
        }
        return new ScenePlan(scene.id(), Titles.of(scene), state.mood, shots);
    }

    private SceneState begin(ScriptScene scene, SceneState before) {
        SceneState next = new SceneState();
        next.follow(before);
        SceneHeading heading = scene.heading();
        String text = text(scene);
        String where = heading.place().isEmpty() ? heading.text() : heading.place();
        Optional<PhraseTable.Hit> place = Vocabulary.PLACES.first(Word.of(where));
        next.place =
                place.map(hit -> hit.entry().canonical()).orElse(heading.place().toLowerCase(Locale.ROOT));
        next.setting = heading.setting();
        if (next.setting == Setting.UNSPECIFIED && place.isPresent()) {
            next.setting = place.get().entry().marked() ? Setting.INTERIOR : Setting.EXTERIOR;
        }
        if (next.place.isEmpty() && prose) {
            Vocabulary.PLACES.first(Word.of(text)).ifPresent(hit -> move(next, hit.entry()));
        }
        String headingTime = Vocabulary.TIMES.firstWord(heading.text());
        next.timeOfDay = headingTime.isEmpty() ? before.timeOfDay : headingTime;
        next.season = Vocabulary.SEASONS.firstWord(heading.text());
        next.weather = Vocabulary.WEATHER.firstWord(heading.text());
        if (!prose) {
            String actions = actions(scene);
            next.season = next.season.isEmpty() ? Vocabulary.SEASONS.firstWord(actions) : next.season;
            next.weather = next.weather.isEmpty() ? Vocabulary.WEATHER.firstWord(actions) : next.weather;
        }
        next.mood = Moods.of(text);
        return next;
    }

    private Shot shot(ScriptScene scene, Beat beat, boolean firstOfScene, boolean firstOfFilm, boolean lastOfFilm) {
        String text = beat.action().isEmpty() && beat.isNarrated() ? beat.spoken() : beat.action();
        Picture picture = PictureReader.read(text, cast, state);
        if (beat.isNarrated()) {
            lead(text, picture);
        }
        List<PersonInShot> people;
        ShotSize size;
        List<String> objects;
        if (text.isEmpty()) {
            people = speaking(beat);
            size = firstOfScene
                    ? ShotSize.WIDE
                    : lastOfFilm && people.isEmpty() ? ShotSize.WIDE : framing.coverage(people.size());
            people = size == ShotSize.CLOSE_UP ? people : withOthers(people);
            objects = size == ShotSize.CLOSE_UP ? List.of() : state.objects;
        } else {
            people = people(picture, beat);
            List<String> poses = people.stream().map(PersonInShot::pose).toList();
            size = framing.size(text, picture, poses, firstOfScene, lastOfFilm);
            people = size == ShotSize.DETAIL
                    ? List.of()
                    : picture.people.isEmpty() && beat.isNarrated() ? List.of() : people;
            objects = List.copyOf(
                    new ArrayList<>(picture.objects).subList(0, Math.min(MOST_OBJECTS, picture.objects.size())));
            state.objects = objects;
        }
        List<CastMember> looks =
                people.stream().map(person -> cast.member(person.name())).toList();
        state.seen(people, looks);
        String mood = Moods.of(text + " " + beat.spoken(), state.mood);
        String prompt = Prompts.write(state, size, people, looks, objects, mood, text);
        ShotDescription description = new ShotDescription(
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

    /** Narration leads the picture to where its words are. */
    private void lead(String text, Picture picture) {
        List<Word> words = Word.of(text);
        Optional<PhraseTable.Hit> place = Vocabulary.PLACES.first(words);
        if (prose && place.isPresent()) {
            move(state, place.get().entry());
        } else if (prose && !picture.hintedPlace.isEmpty() && picture.people.isEmpty()) {
            state.place = picture.hintedPlace;
            state.setting = Setting.EXTERIOR;
        }
        if (prose) {
            state.weather = Vocabulary.WEATHER.firstWord(text);
            String season = Vocabulary.SEASONS.firstWord(text);
            state.season = season.isEmpty() ? state.season : season;
            String time = Vocabulary.TIMES.firstWord(text);
            state.timeOfDay = time.isEmpty() ? state.timeOfDay : time;
        }
    }

    private static void move(SceneState state, PhraseTable.Entry place) {
        state.place = place.canonical();
        state.setting = place.marked() ? Setting.INTERIOR : Setting.EXTERIOR;
    }

    private List<PersonInShot> people(Picture picture, Beat beat) {
        Map<String, PersonInShot> people = new LinkedHashMap<>();
        picture.people.forEach((name, seen) -> {
            PersonInShot before = state.remembered(name);
            boolean still = seen.pose.isEmpty() && seen.relation.isEmpty();
            String pose = seen.pose.isEmpty() ? (still ? before.pose() : "") : shown(seen.pose);
            String relation = still ? before.relation() : seen.relation;
            people.put(name, new PersonInShot(name, pose, seen.expression, relation));
        });
        for (Beat.Line line : beat.lines()) {
            if (line.onScreen()) {
                PersonInShot speaker = people.getOrDefault(line.speaker(), state.remembered(line.speaker()));
                people.put(line.speaker(), expressive(speaker, line));
            }
        }
        return people.values().stream().limit(MOST_PEOPLE).toList();
    }

    private List<PersonInShot> speaking(Beat beat) {
        Map<String, PersonInShot> people = new LinkedHashMap<>();
        for (Beat.Line line : beat.lines()) {
            if (line.onScreen()) {
                people.put(
                        line.speaker(),
                        expressive(people.getOrDefault(line.speaker(), state.remembered(line.speaker())), line));
            }
        }
        return facing(new ArrayList<>(people.values()));
    }

    /** Who speaks looks at who listens. */
    private List<PersonInShot> facing(List<PersonInShot> people) {
        Set<String> listeners = new LinkedHashSet<>(state.present());
        List<PersonInShot> facing = new ArrayList<>();
        for (PersonInShot person : people) {
            Optional<String> other = listeners.stream()
                    .filter(name -> !name.equals(person.name()))
                    .findFirst();
            boolean free = person.relation().isEmpty() || person.relation().startsWith("beside");
            String relation = other.isPresent() && free ? "looks at " + other.get() : person.relation();
            facing.add(new PersonInShot(person.name(), person.pose(), person.expression(), relation));
        }
        return facing;
    }

    private List<PersonInShot> withOthers(List<PersonInShot> people) {
        Map<String, PersonInShot> all = new LinkedHashMap<>();
        people.forEach(person -> all.put(person.name(), person));
        state.present().forEach(name -> all.putIfAbsent(name, state.remembered(name)));
        return all.values().stream().limit(MOST_PEOPLE).toList();
    }

    private static PersonInShot expressive(PersonInShot person, Beat.Line line) {
        String delivered = Vocabulary.EXPRESSIONS.firstWord(line.delivery());
        String said = Vocabulary.EXPRESSIONS.firstWord(line.text());
        String expression =
                !delivered.isEmpty() ? delivered : !person.expression().isEmpty() ? person.expression() : said;
        return new PersonInShot(person.name(), person.pose(), expression, person.relation());
    }

    /** To look or to stand is no pose of its own. */
    private static String shown(String pose) {
        return pose.equals("look") || pose.equals("stand") ? "" : pose;
    }

    private static String text(ScriptScene scene) {
        StringBuilder text = new StringBuilder(scene.heading().text());
        for (ScriptElement element : scene.elements()) {
            if (element.kind() != ScriptElement.Kind.CUE && element.kind() != ScriptElement.Kind.TRANSITION) {
                text.append(". ").append(element.text());
            }
        }
        return text.toString();
    }

    private static String actions(ScriptScene scene) {
        StringBuilder text = new StringBuilder();
        for (ScriptElement element : scene.elements()) {
            if (element.kind() == ScriptElement.Kind.ACTION) {
                text.append(element.text()).append(". ");
            }
        }
        return text.toString();
    }
}
