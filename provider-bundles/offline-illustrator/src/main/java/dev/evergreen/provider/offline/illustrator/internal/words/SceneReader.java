package dev.evergreen.provider.offline.illustrator.internal.words;

import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Maps the free words of a shot to facts that can be drawn. Names are never guessed: people are those that the shot lists. */
public final class SceneReader {
    private static final int MOST_PEOPLE = 6;
    private static final int MOST_THINGS = 6;
    /** Places that other words for the same sky or water would fake where the shot does not say where it plays. */
    private static final Set<Place> ONLY_WHEN_SAID = EnumSet.of(
            Place.STARS, Place.MOON, Place.SKY, Place.UNDERGROUND, Place.SEA, Place.HALL, Place.OFFICE, Place.BEDROOM);

    private SceneReader() {}

    public static Scene read(ImageRequest request) {
        ShotDescription shot = request.shot();
        String placeName = lower(shot.place());
        String words = lower(String.join(" ", shot.objects())) + " " + lower(shot.prompt());
        boolean inside = shot.setting() == Setting.INTERIOR;
        Place place = place(placeName, words, inside);
        if (shot.setting() == Setting.INTERIOR || shot.setting() == Setting.EXTERIOR) {
            place = inside ? place.inside() : place.outside();
        }
        TimeOfDay time = TimeOfDay.read(lower(shot.timeOfDay()), placeName);
        Weather weather = Weather.read(lower(shot.weather()), lower(shot.prompt()));
        Season season = Season.read(lower(shot.season()), weather);
        Mood mood = Mood.read(lower(shot.mood()));
        return new Scene(
                place.indoors(),
                place,
                placeName.isBlank() ? place.name() : placeName.strip(),
                time,
                weather,
                season,
                mood,
                Framing.of(shot.size()),
                people(shot, mood),
                things(shot),
                placeName + " " + words,
                request.seed());
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private static Place place(String name, String words, boolean inside) {
        for (Place place : Place.values()) {
            if (place.words().in(name)) {
                return place;
            }
        }
        for (Place place : Place.values()) {
            if (!ONLY_WHEN_SAID.contains(place)
                    && place.indoors() == inside
                    && place.words().in(words)) {
                return place;
            }
        }
        if (inside) {
            return Place.ROOM;
        }
        // An unknown name gets a landscape of its own, the same in every shot.
        Place[] landscapes = {Place.FIELD, Place.GARDEN, Place.LAKE, Place.MOUNTAIN, Place.FIELD};
        return name.isBlank() ? Place.FIELD : landscapes[Math.floorMod(name.hashCode(), landscapes.length)];
    }

    private static Set<Thing> things(ShotDescription shot) {
        Set<Thing> things = new LinkedHashSet<>();
        for (String object : shot.objects()) {
            things.addAll(Thing.namedIn(lower(object)));
        }
        for (PersonInShot person : shot.people()) {
            things.addAll(Thing.namedIn(lower(person.relation())));
        }
        // The sentence may name more; what it names as scenery is left to the place.
        for (Thing thing : Thing.namedIn(lower(shot.prompt()))) {
            if (things.size() < MOST_THINGS
                    && thing.habit() != Thing.Habit.FIXTURE
                    && thing.habit() != Thing.Habit.EMBLEM) {
                things.add(thing);
            }
        }
        if (things.contains(Thing.AIR_BALLOON)) {
            things.remove(Thing.BALLOON);
        }
        return things.stream().limit(MOST_THINGS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Person> people(ShotDescription shot, Mood mood) {
        Map<String, CastMember> cast = new TreeMap<>();
        for (CastMember member : shot.cast()) {
            cast.put(lower(member.name()), member);
        }
        List<Person> people = new ArrayList<>();
        for (PersonInShot person : shot.people()) {
            if (people.size() == MOST_PEOPLE) {
                break;
            }
            String name = lower(person.name()).strip();
            CastMember member = cast.getOrDefault(
                    name, new CastMember(person.name(), CastMember.Gender.UNSPECIFIED, CastMember.Age.ADULT, ""));
            people.add(person(person, name, member, mood));
        }
        return people;
    }

    private static Person person(PersonInShot person, String name, CastMember member, Mood mood) {
        String appearance = lower(member.appearance());
        boolean female = switch (member.gender()) {
            case FEMALE -> true;
            case MALE -> false;
            case UNSPECIFIED -> seemsFemale(name + " " + appearance);
        };
        CastMember.Age age = member.age();
        if (age == CastMember.Age.ADULT) {
            age = ageByWords(name + " " + appearance);
        }
        String pose = lower(person.pose());
        Relation relation = Relation.read(person.relation());
        return new Person(
                name,
                female,
                age,
                appearance,
                Pose.read(pose),
                Expression.read(lower(person.expression()) + " " + pose, mood),
                relation);
    }

    private static boolean seemsFemale(String words) {
        if (new WordPattern(
                        "woman|girl|mother|grandmother|grandma|sister|daughter|aunt|queen|princess|lady|she|her|dress|skirt")
                .in(words)) {
            return true;
        }
        if (new WordPattern("man|boy|father|grandfather|grandpa|brother|son|uncle|king|prince|he|his|beard|moustache")
                .in(words)) {
            return false;
        }
        return (words.hashCode() >> 4 & 1) == 0;
    }

    private static CastMember.Age ageByWords(String words) {
        if (new WordPattern("boy|girl|child|kid|toddler|baby|son|daughter|little (brother|sister)").in(words)) {
            return CastMember.Age.CHILD;
        }
        if (new WordPattern("old|elderly|grand(mother|father|ma|pa)|aged|wrinkled|white[- ]haired").in(words)) {
            return CastMember.Age.OLD;
        }
        return CastMember.Age.ADULT;
    }
}
