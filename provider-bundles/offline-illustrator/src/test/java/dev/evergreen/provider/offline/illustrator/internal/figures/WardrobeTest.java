package dev.evergreen.provider.offline.illustrator.internal.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.provider.offline.illustrator.internal.Shots;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import dev.evergreen.spi.script.CastMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WardrobeTest {
    private static Look look(Shots shots) {
        Scene scene = shots.scene();
        return Wardrobe.dress(scene.people().get(0), scene);
    }

    @Test
    void personLooksTheSameInEveryPicture() {
        Look beach = look(Shots.outside("beach").person("MARA", CastMember.Age.ADULT, "green dress", "run"));
        Look room = look(Shots.inside("kitchen")
                .at("night")
                .seed(55)
                .person("Mara", CastMember.Age.ADULT, "green dress", "sits", "sad", "beside THEO")
                .person("THEO", CastMember.Age.CHILD, "", ""));
        assertEquals(beach, room);
    }

    @Test
    void peopleDiffer() {
        Look mara = look(Shots.outside("beach").person("MARA", CastMember.Age.ADULT, "", ""));
        Look theo = look(Shots.outside("beach").person("THEO", CastMember.Age.ADULT, "", ""));
        assertNotEquals(mara, theo);
    }

    @ParameterizedTest
    @CsvSource({
        "'red coat, dark curly hair', 0xCF3B33",
        "long yellow raincoat, 0xE9B436",
        "dark blue woollen sweater, 0x35609C",
        "brown hair; white shirt, 0xF3EDE0"
    })
    void clothesHaveTheColourThatIsTold(String appearance, String colour) {
        Look look = look(Shots.outside("beach").person("ANA", CastMember.Age.ADULT, appearance, ""));
        assertTrue(
                Colour.distance(Integer.decode(colour), look.top()) < 30,
                appearance + " is " + Integer.toHexString(look.top()));
    }

    @Test
    void wordsAboutClothesAreNotTakenForHair() {
        Look look = look(Shots.outside("beach").person("ANA", CastMember.Age.ADULT, "red coat, dark curly hair", ""));
        assertTrue(Colour.luminance(look.hair()) < 70, "dark hair, but " + Integer.toHexString(look.hair()));
        assertEquals(Look.HairStyle.CURLY, look.hairStyle());
        assertEquals(Look.Garment.COAT, look.garment());
    }

    @Test
    void womenAndChildrenHaveNoBeards() {
        for (String name : new String[] {"A", "B", "C", "D", "E", "F", "G", "H"}) {
            assertFalse(look(Shots.outside("beach").person(name, CastMember.Age.OLD, "", ""))
                    .beard());
            assertFalse(look(Shots.outside("beach").person(name, CastMember.Age.CHILD, "", ""))
                    .beard());
        }
    }
}
