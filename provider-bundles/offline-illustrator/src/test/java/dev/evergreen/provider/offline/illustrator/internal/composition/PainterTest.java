package dev.evergreen.provider.offline.illustrator.internal.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.provider.offline.illustrator.internal.Shots;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Developer;
import dev.evergreen.provider.offline.illustrator.internal.picture.LayerKind;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Pose;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotSize;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {
    private static final String[] TIMES = {"dawn", "day", "dusk", "night"};
    private static final String[] WEATHERS = {"", "rain", "snow", "fog", "storm", "cloudy"};

    /** Pixels of finished layers. */
    private static Map<LayerKind, int[]> layers(Picture picture) {
        Map<LayerKind, int[]> layers = new EnumMap<>(LayerKind.class);
        new Developer(picture).<RuntimeException>develop((kind, pixels, opaque) -> layers.put(kind, pixels.clone()));
        return layers;
    }

    private static Scene at(Place place, String time, String weather, ShotSize size) {
        Scene asked = Shots.outside(place.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .setting(Setting.UNSPECIFIED)
                .at(time)
                .in(weather)
                .size(size)
                .person("MARA", CastMember.Age.ADULT, "red coat", "walk")
                .person("THEO", CastMember.Age.CHILD, "yellow jumper", "sit", "happy", "beside MARA")
                .with("cup", "dog")
                .scene();
        return new Scene(
                place.indoors(),
                place,
                asked.placeName(),
                asked.time(),
                asked.weather(),
                asked.season(),
                asked.mood(),
                asked.framing(),
                asked.people(),
                asked.things(),
                asked.text(),
                asked.seed());
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlaceIsPaintedAtOddSizes(Place place) {
        ShotSize[] sizes = ShotSize.values();
        for (int i = 0; i < sizes.length; i++) {
            String weather = WEATHERS[(place.ordinal() + i) % WEATHERS.length];
            int width = i % 2 == 0 ? 131 : 79;
            int height = i % 3 == 0 ? 71 : 141;
            Scene scene = at(place, TIMES[i % TIMES.length], weather, sizes[i]);
            int[] sky = layers(Painter.paint(scene, width, height)).get(LayerKind.SKY);
            assertEquals(width * height, sky.length);
            for (int pixel : sky) {
                assertEquals(255, pixel >>> 24, "the hindmost layer has no holes");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void layersOfPlacesAreNotEmpty(Place place) {
        Map<LayerKind, int[]> layers = layers(Painter.paint(at(place, "day", "rain", ShotSize.WIDE), 320, 180));
        for (LayerKind kind : LayerKind.values()) {
            assertTrue(covered(layers.get(kind)) > 12, kind + " of " + place + " is empty");
        }
    }

    private static int covered(int[] pixels) {
        int count = 0;
        for (int pixel : pixels) {
            count += pixel >>> 24 > 20 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({
        "beach, dawn", "beach, night", "forest path, day", "forest path, night", "city street, dusk",
        "city street, night", "desert, day", "village, dawn", "mountain lake, dusk", "garden, day"
    })
    void peopleStandOutFromTheGround(String place, String time) {
        Scene scene = Shots.outside(place)
                .at(time)
                .size(ShotSize.MEDIUM)
                .person("MARA", CastMember.Age.ADULT, "red coat", "")
                .person("THEO", CastMember.Age.CHILD, "", "")
                .scene();
        Picture picture = Painter.paint(scene, 320, 180);
        Developer developer = new Developer(picture);
        Map<LayerKind, int[]> layers = new EnumMap<>(LayerKind.class);
        int[] behind = new int[320 * 180];
        developer.<RuntimeException>develop((kind, pixels, opaque) -> {
            if (kind == LayerKind.FIGURES) {
                layers.put(kind, pixels.clone());
            } else if (layers.isEmpty()) {
                overlay(pixels, behind);
            }
        });
        double contrast = 0;
        int count = 0;
        int[] figures = layers.get(LayerKind.FIGURES);
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] >>> 24 > 200) {
                contrast += Colour.distance(figures[i] & 0xFFFFFF, behind[i]);
                count++;
            }
        }
        assertTrue(count > 2000, "people are seen");
        double mean = contrast / count;
        assertTrue(mean > 90, "people differ from what is behind them by " + mean);
    }

    private static void overlay(int[] pixels, int[] below) {
        for (int i = 0; i < pixels.length; i++) {
            below[i] = Colour.mix(below[i], pixels[i] & 0xFFFFFF, (pixels[i] >>> 24) / 255.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void everyThingIsDrawn(Thing thing) {
        String name = thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Scene with = Shots.outside("sky").with(name).size(ShotSize.DETAIL).scene();
        Scene scene = new Scene(
                false,
                Place.SKY,
                "sky",
                with.time(),
                with.weather(),
                with.season(),
                with.mood(),
                with.framing(),
                with.people(),
                java.util.Set.of(thing),
                "",
                1);
        int[] props = layers(Painter.paint(scene, 240, 135)).get(LayerKind.PROPS);
        boolean inTheSky = thing == Thing.RAINBOW || thing == Thing.AURORA;
        assertTrue(inTheSky || covered(props) > 300, thing + " is hardly seen: " + covered(props));
    }

    @ParameterizedTest
    @EnumSource(Pose.class)
    void everyPoseIsDrawnOnLandInRoomsAndAfloat(Pose pose) {
        String verb = pose.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        for (Shots shots : new Shots[] {
            Shots.outside("field").size(ShotSize.MEDIUM),
            Shots.outside("sky").size(ShotSize.CLOSE_UP),
            Shots.inside("corridor"),
            Shots.outside("open sea")
        }) {
            Scene scene = shots.person("ADA", CastMember.Age.OLD, "", verb)
                    .with("horse", "bench")
                    .scene();
            int[] figures = layers(Painter.paint(scene, 240, 135)).get(LayerKind.FIGURES);
            assertTrue(covered(figures) > 60, pose + " at the " + scene.place() + " is hardly seen");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"16:9", "9:16", "1:1"})
    void peopleStayInsideEveryFormat(String format) {
        int width = format.startsWith("9") ? 180 : format.startsWith("1:") ? 240 : 320;
        int height = format.startsWith("9") ? 320 : format.startsWith("1:") ? 240 : 180;
        Shots shots = Shots.outside("park");
        for (String name : new String[] {"ADA", "BEN", "CARL", "DORA"}) {
            shots.person(name, CastMember.Age.ADULT, "", "");
        }
        int[] figures = layers(Painter.paint(shots.scene(), width, height)).get(LayerKind.FIGURES);
        int outside = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean edge = x < width * .04 || x > width * .96;
                outside += edge && figures[y * width + x] >>> 24 > 100 ? 1 : 0;
            }
        }
        assertEquals(0, outside, "people reach into the room that the camera needs");
    }

    @Test
    void numbersOfPeopleBeyondTheStageAreCut() {
        Shots shots = Shots.outside("park");
        for (int i = 0; i < 12; i++) {
            shots.person("P" + i, CastMember.Age.ADULT, "", "");
        }
        assertEquals(6, shots.scene().people().size());
        assertTrue(covered(layers(Painter.paint(shots.scene(), 320, 180)).get(LayerKind.FIGURES)) > 200);
    }
}
