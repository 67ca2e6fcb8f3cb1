package dev.evergreen.spi.script;

import java.util.List;

/**
 * What a picture shows. All words are lower-case English unless they are names; an empty string means "not said".
 *
 * @param prompt one or two sentences for image models
 * @param setting inside or outside
 * @param place for example {@code tide pool}
 * @param timeOfDay for example {@code dawn}
 * @param weather for example {@code rain}
 * @param season for example {@code winter}
 * @param mood for example {@code calm}
 * @param size field size
 * @param people people who are seen, most important first
 * @param cast looks of those people
 * @param objects things that must be seen, for example {@code lantern}
 */
public record ShotDescription(
        String prompt,
        Setting setting,
        String place,
        String timeOfDay,
        String weather,
        String season,
        String mood,
        ShotSize size,
        List<PersonInShot> people,
        List<CastMember> cast,
        List<String> objects) {
    public ShotDescription {
        people = List.copyOf(people);
        cast = List.copyOf(cast);
        objects = List.copyOf(objects);
    }
}
