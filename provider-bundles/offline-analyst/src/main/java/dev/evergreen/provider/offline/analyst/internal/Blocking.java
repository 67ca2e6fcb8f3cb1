package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.ShotSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places people in a shot: who is seen, what each does, whom each looks at. */
final class Blocking {
    private static final int MOST_PEOPLE = 4;

    private final SceneState state;
    private final boolean prose;

    Blocking(SceneState state, boolean prose) {
        this.state = state;
        this.prose = prose;
    }

    /** The people of a picture that a text describes. */
    List<PersonInShot> people(Picture picture, Beat beat, ShotSize size) {
        boolean aboutThings = picture.people.isEmpty() && (beat.isNarrated() || size == ShotSize.EXTREME_WIDE);
        if (aboutThings || size == ShotSize.DETAIL) {
            return List.of();
        }
        Map<String, PersonInShot> people = described(picture);
        for (Beat.Line line : beat.lines()) {
            if (line.onScreen()) {
                PersonInShot speaker = people.getOrDefault(line.speaker(), state.remembered(line.speaker()));
                people.put(line.speaker(), expressive(speaker, line));
            }
        }
        List<PersonInShot> seen = new ArrayList<>(people.values());
        if (size == ShotSize.CLOSE_UP) {
            return closest(seen, picture);
        }
        return size == ShotSize.MEDIUM && !prose
                ? withOthers(seen)
                : seen.stream().limit(MOST_PEOPLE).toList();
    }

    /** The people of a shot in which only speech goes on. */
    List<PersonInShot> speakers(Beat beat) {
        Map<String, PersonInShot> people = new LinkedHashMap<>();
        for (Beat.Line line : beat.lines()) {
            if (line.onScreen()) {
                PersonInShot speaker = people.getOrDefault(line.speaker(), state.remembered(line.speaker()));
                people.put(line.speaker(), expressive(speaker, line));
            }
        }
        return people.values().stream().map(this::facing).toList();
    }

    /** With everybody else who is there. */
    List<PersonInShot> withOthers(List<PersonInShot> people) {
        Map<String, PersonInShot> all = new LinkedHashMap<>();
        people.forEach(person -> all.put(person.name(), person));
        state.present().forEach(name -> all.putIfAbsent(name, facing(state.remembered(name))));
        return all.values().stream().limit(MOST_PEOPLE).toList();
    }

    private Map<String, PersonInShot> described(Picture picture) {
        Map<String, PersonInShot> people = new LinkedHashMap<>();
        picture.people.forEach((name, seen) -> {
            PersonInShot before = state.remembered(name);
            boolean unchanged = seen.pose.isEmpty() && seen.relation.isEmpty();
            String pose = seen.pose.isEmpty() && !unchanged ? "" : shown(unchanged ? "look" : seen.pose, before);
            String relation = unchanged ? before.relation() : seen.relation;
            people.put(name, new PersonInShot(name, pose, seen.expression, relation));
        });
        return people;
    }

    private static List<PersonInShot> closest(List<PersonInShot> people, Picture picture) {
        Optional<PersonInShot> acting = people.stream()
                .filter(person -> picture.people.containsKey(person.name()) && picture.person(person.name()).subject)
                .findFirst();
        return acting.map(List::of).orElse(people.subList(0, Math.min(1, people.size())));
    }

    /** Who speaks or listens looks at somebody, unless the script gave the eyes something else. */
    private PersonInShot facing(PersonInShot person) {
        Optional<String> other = state.present().stream()
                .filter(name -> !name.equals(person.name()))
                .findFirst();
        boolean free = person.relation().isEmpty() || person.relation().startsWith("beside");
        return other.isPresent() && free
                ? new PersonInShot(person.name(), person.pose(), person.expression(), "looks at " + other.get())
                : person;
    }

    private static PersonInShot expressive(PersonInShot person, Beat.Line line) {
        String delivered = Vocabulary.EXPRESSIONS.firstWord(line.delivery());
        String expression = delivered.isEmpty() ? person.expression() : delivered;
        return new PersonInShot(person.name(), person.pose(), expression, person.relation());
    }

    /** To look or to hold something leaves the body as it was; to stand is to have no other pose. */
    private static String shown(String pose, PersonInShot before) {
        return switch (pose) {
            case "look" -> before.pose();
            case "hold" -> before.pose().isEmpty() ? "hold" : before.pose();
            case "stand" -> "";
            default -> pose;
        };
    }
}
