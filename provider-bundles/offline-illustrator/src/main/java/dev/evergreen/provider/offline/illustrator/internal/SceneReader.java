package dev.evergreen.provider.offline.illustrator.internal;

import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Maps the free words of a shot to what can be drawn. */
final class SceneReader {
    private static final Set<String> INDOOR = Set.of(
            "library", "kitchen", "office", "bedroom", "cafe", "classroom", "corridor", "train", "room", "spaceship");

    private SceneReader() {}

    static Scene read(ImageRequest request) {
        ShotDescription shot = request.shot();
        Scene scene = new Scene();
        String words = String.join(
                " ",
                List.of(
                        shot.prompt(),
                        shot.place(),
                        shot.weather(),
                        shot.season(),
                        shot.mood(),
                        String.join(" ", shot.objects())));
        scene.text = words;
        String low = words.toLowerCase(Locale.ROOT);
        scene.where = shot.place().toLowerCase(Locale.ROOT);
        String place = Scene.pick(Scene.PLACES, scene.where, "");
        boolean inside = shot.setting() == Setting.INTERIOR;
        if (place.isEmpty()) {
            place = Scene.pick(Scene.PLACES, low, inside ? "room" : "field");
        }
        if (shot.setting() == Setting.UNSPECIFIED) {
            inside = INDOOR.contains(place);
        }
        if (inside && !INDOOR.contains(place)) {
            place = "room";
        }
        if (!inside && INDOOR.contains(place)) {
            place = Set.of("room", "kitchen", "bedroom").contains(place) ? "village" : "street";
        }
        scene.inside = inside;
        scene.place = place;
        scene.time = Scene.pick(Scene.TIMES, shot.timeOfDay(), "day");
        scene.weather = Scene.pick(Scene.WEATHER, shot.weather(), Scene.pick(Scene.WEATHER, low, "clear"));
        scene.season = Scene.pick(Scene.SEASONS, shot.season(), Scene.pick(Scene.SEASONS, low, "summer"));
        scene.mood = Scene.pick(Scene.MOODS, shot.mood(), "calm");
        scene.shot = switch (shot.size()) {
            case EXTREME_WIDE -> "epic";
            case WIDE -> "wide";
            case MEDIUM -> "medium";
            case CLOSE_UP, DETAIL -> "close";
        };
        for (String[] thing : Scene.THINGS) {
            if (!Scene.pick(new String[][] {thing}, low, "").isEmpty()) {
                scene.things.add(thing[0]);
            }
        }
        for (PersonInShot person : shot.people()) {
            scene.people.add(person(person, shot));
        }
        return scene;
    }

    private static Scene.Who person(PersonInShot person, ShotDescription shot) {
        Scene.Who who = new Scene.Who();
        who.name = person.name().toLowerCase(Locale.ROOT);
        who.pose = Scene.pick(Scene.POSES, person.pose(), "stand");
        who.age = 1;
        for (CastMember member : shot.cast()) {
            if (member.name().equalsIgnoreCase(person.name())) {
                who.fem = member.gender() == CastMember.Gender.FEMALE;
                who.age = member.age() == CastMember.Age.CHILD ? 0 : member.age() == CastMember.Age.OLD ? 2 : 1;
                who.role = member.appearance();
            }
        }
        return who;
    }
}
