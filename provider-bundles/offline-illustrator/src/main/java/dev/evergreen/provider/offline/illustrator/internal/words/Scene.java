package dev.evergreen.provider.offline.illustrator.internal.words;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the words say: everything the painter needs, and nothing about how it is drawn.
 *
 * @param placeName the place as written, lower case; scenes of one name share one layout
 * @param things objects to be seen, most important first
 * @param text all words of the shot in lower case
 * @param seed of the request
 */
public record Scene(
        boolean inside,
        Place place,
        String placeName,
        TimeOfDay time,
        Weather weather,
        Season season,
        Mood mood,
        Framing framing,
        List<Person> people,
        Set<Thing> things,
        String text,
        long seed) {
    public Scene {
        people = List.copyOf(people);
        things = Collections.unmodifiableSet(new LinkedHashSet<>(things));
    }

    public boolean has(Thing thing) {
        return things.contains(thing);
    }

    public boolean night() {
        return time == TimeOfDay.NIGHT;
    }

    /** Snow lies on the ground. */
    public boolean snowy() {
        return season == Season.WINTER || weather == Weather.SNOW || place == Place.ARCTIC;
    }

    /** The low sun of morning and evening. */
    public boolean lowSun() {
        return time == TimeOfDay.DAWN || time == TimeOfDay.DUSK;
    }

    /** Lamps are lit outside. */
    public boolean lampsOn() {
        return night() || time == TimeOfDay.DUSK || weather.wet() || weather == Weather.FOG;
    }

    /** Whether the words of the shot contain one of these whole words; see {@link java.util.regex.Pattern}. */
    public boolean mentions(String words) {
        return new WordPattern(words).in(text);
    }

    /** Chance that is the same for every shot of the place. */
    public int placeSeed() {
        return placeName.hashCode() * 31 + place.name().hashCode();
    }

    /** Chance that differs from shot to shot. */
    public long shotSeed() {
        return seed * 0x9E3779B97F4A7C15L ^ text.hashCode() * 31L ^ framing.ordinal();
    }
}
