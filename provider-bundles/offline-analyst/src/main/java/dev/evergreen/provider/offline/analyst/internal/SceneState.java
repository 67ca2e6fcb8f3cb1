package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.CastMember.Gender;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stays true from shot to shot of a scene until the script says otherwise. Used by one thread while a film is planned. */
final class SceneState {
    private static final Set<String> PASSING = Set.of(
            "wave",
            "jump",
            "point",
            "reach",
            "look",
            "look up",
            "hug",
            "run",
            "climb",
            "look down",
            "think",
            "watch",
            "dance");

    Setting setting = Setting.UNSPECIFIED;
    String place = "";
    String timeOfDay = "";
    String weather = "";
    String season = "";
    String mood = "calm";
    List<String> objects = List.of();
    private final Map<String, CastMember> looks = new LinkedHashMap<>();
    private final Map<String, PersonInShot> present = new LinkedHashMap<>();
    private final Map<String, String> lastingPoses = new HashMap<>();
    private List<String> lastGroup = List.of();

    void move(PhraseTable.Entry to) {
        place = to.canonical();
        setting = to.marked() ? Setting.INTERIOR : Setting.EXTERIOR;
    }

    /** Takes over what the film's last scene leaves: pronouns may still mean its people. */
    void follow(SceneState previous) {
        looks.putAll(previous.looks);
        lastGroup = previous.lastGroup;
    }

    void seen(List<PersonInShot> people, List<CastMember> cast) {
        cast.forEach(member -> {
            looks.remove(member.name());
            looks.put(member.name(), member);
        });
        for (PersonInShot person : people) {
            present.put(person.name(), person);
            if (!PASSING.contains(person.pose())) {
                lastingPoses.put(person.name(), person.pose());
            }
        }
        if (!people.isEmpty()) {
            lastGroup = people.stream().map(PersonInShot::name).toList();
        }
    }

    /** The person as last seen; what passes quickly is over. */
    PersonInShot remembered(String name) {
        PersonInShot last = present.get(name);
        if (last == null) {
            return new PersonInShot(name, "", "", "");
        }
        String pose = lastingPoses.getOrDefault(name, "");
        String relation = last.relation().startsWith("looks at") ? "" : last.relation();
        return new PersonInShot(name, pose, "", relation);
    }

    /** Who leaves is not seen again until the script says so. */
    void leave(String name) {
        present.remove(name);
        lastingPoses.remove(name);
    }

    List<String> present() {
        return new ArrayList<>(present.keySet());
    }

    Optional<String> last(Gender gender) {
        String found = null;
        for (CastMember member : looks.values()) {
            if (member.gender() == gender) {
                found = member.name();
            }
        }
        return Optional.ofNullable(found);
    }

    List<String> lastGroup() {
        return lastGroup;
    }
}
