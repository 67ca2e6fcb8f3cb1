package dev.evergreen.provider.offline.illustrator.internal.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.provider.offline.illustrator.internal.Shots;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneReaderTest {
    @ParameterizedTest
    @CsvSource({
        "tide pool, TIDE_POOL",
        "mountain lake, LAKE",
        "city street, STREET",
        "coral reef, UNDERWATER",
        "surface of the moon, MOON",
        "village square, VILLAGE",
        "wheat field, FIELD",
        "open sea, SEA",
        "volcano, VOLCANO",
        "solar system, STARS",
        "snowy mountain pass, MOUNTAIN",
        "waterfall, RIVER"
    })
    void placesAreFoundByTheirWords(String words, Place place) {
        assertEquals(place, Shots.outside(words).scene().place());
    }

    @ParameterizedTest
    @CsvSource({
        "kitchen, KITCHEN",
        "old library, LIBRARY",
        "train compartment, TRAIN",
        "museum, HALL",
        "lighthouse, LIGHTHOUSE_ROOM",
        "forest, ROOM",
        "somewhere else, ROOM"
    })
    void insideIsAlwaysRoom(String words, Place place) {
        assertEquals(place, Shots.inside(words).scene().place());
    }

    @Test
    void outsideOfRoomIsStreetOrVillage() {
        assertEquals(Place.VILLAGE, Shots.outside("kitchen").scene().place());
        assertEquals(Place.STREET, Shots.outside("office").scene().place());
    }

    @Test
    void settingThatIsNotToldFollowsThePlace() {
        assertTrue(Shots.outside("library").setting(Setting.UNSPECIFIED).scene().inside());
        assertFalse(Shots.outside("desert").setting(Setting.UNSPECIFIED).scene().inside());
    }

    @Test
    void unknownPlaceIsTheSameLandscapeInEveryShot() {
        Place first = Shots.outside("Brackwater").seed(1).scene().place();
        assertEquals(
                first, Shots.outside("Brackwater").seed(99).at("night").scene().place());
        assertFalse(first.indoors());
    }

    @Test
    void objectsComeFromTheListBeforeTheSentence() {
        Scene scene = Shots.outside("beach")
                .with("red umbrella", "gizmo")
                .saying("A dog barks at a kite.")
                .scene();
        assertEquals(java.util.List.of(Thing.UMBRELLA, Thing.DOG, Thing.KITE), java.util.List.copyOf(scene.things()));
    }

    @ParameterizedTest
    @CsvSource({
        "kneel, KNEEL",
        "running away, RUN",
        "'', STAND",
        "looks up at the moon, LOOK_UP",
        "reads a letter, READ",
        "flibbertigibbet, STAND"
    })
    void posesAreFoundByTheirVerbs(String words, Pose pose) {
        Scene scene = Shots.outside("park")
                .person("ADA", CastMember.Age.ADULT, "", words)
                .scene();
        assertEquals(pose, scene.people().get(0).pose());
    }

    @Test
    void expressionOfThePersonIsStrongerThanTheMood() {
        Scene scene = Shots.outside("park")
                .person("ADA", CastMember.Age.ADULT, "", "stand", "angry", "")
                .person("BEN", CastMember.Age.ADULT, "", "stand", "", "behind ADA")
                .scene();
        assertEquals(Expression.ANGRY, scene.people().get(0).expression());
        assertEquals(Expression.CALM, scene.people().get(1).expression());
        assertEquals(Relation.Kind.BEHIND, scene.people().get(1).relation().kind());
        assertTrue(scene.people().get(1).relation().names("ada"));
    }

    @Test
    void weatherIsReadFromTheSentenceWhereItIsNotToldApart() {
        assertEquals(
                Weather.SNOW,
                Shots.outside("park").saying("Snow falls.").scene().weather());
        assertEquals(
                Weather.CLEAR,
                Shots.outside("park").in("sunny").saying("Rain is far.").scene().weather());
    }

    @Test
    void everyThingIsFoundByItsOwnName() {
        for (Thing thing : Thing.values()) {
            String name = thing.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            assertTrue(Thing.namedIn(plain(name)).contains(thing), thing + " is not found by '" + name + "'");
        }
    }

    private static String plain(String name) {
        return switch (name) {
            case "fire" -> "campfire";
            case "air balloon" -> "hot air balloon";
            case "cell" -> "a cell";
            default -> name;
        };
    }
}
