package dev.evergreen.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.Keyframe;
import dev.evergreen.tck.GoldenFrames;
import dev.evergreen.tck.Parameters;
import dev.evergreen.tck.PluginPage;
import dev.evergreen.tck.PluginProject;
import dev.evergreen.tck.PreviewPictures;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped effect in the engine itself, with the real libavfilter. */
class ShippedEffectsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "effects.md");
    private static final PluginProject PROJECT = new PluginProject(Path.of(""));

    @TempDir
    static Path folder;

    private static EffectStage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new EffectStage(folder);
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    @Test
    void declarativeEffectsLookAsTheyWereApproved() throws Exception {
        for (Map.Entry<String, Object> effect : stage.effects().entrySet()) {
            if (effect.getValue() instanceof VideoEffect) {
                stage.draw(
                        EffectStage.timeline(160, 90, Previews.uses(effect.getKey()), true),
                        7,
                        8,
                        (frame, picture) -> GoldenFrames.compare(effect.getKey(), frame(picture)));
            }
        }
    }

    @Test
    void everyEffectDrawsAtEverySizeAndExtreme() throws Exception {
        for (String id : stage.effects().keySet()) {
            for (Map<String, Object> parameters : Parameters.toTry(id)) {
                for (int[] size : new int[][] {{162, 90}, {16, 16}, {90, 162}}) {
                    int[] frames = {0};
                    stage.draw(
                            EffectStage.timeline(size[0], size[1], List.of(EffectUse.of(id, parameters)), false),
                            29,
                            30,
                            (frame, picture) -> frames[0]++);
                    assertEquals(1, frames[0], id + " with " + parameters);
                }
            }
        }
    }

    @Test
    void piecesAreWhatTheWholeIs() throws Exception {
        for (String id : stage.effects().keySet()) {
            var timeline = EffectStage.timeline(160, 90, Previews.uses(id), true);
            byte[][] whole = new byte[EffectStage.LENGTH][];
            stage.draw(timeline, 0, 34, (frame, picture) -> whole[frame.intValue()] = bytes(picture));
            stage.draw(
                    timeline,
                    23,
                    34,
                    (frame, picture) -> assertArrayEquals(
                            whole[frame.intValue()], bytes(picture), id + " differs at frame " + frame));
        }
    }

    @Test
    void everyAnimatableParameterCanBeAnimated() throws Exception {
        for (String id : stage.effects().keySet()) {
            Descriptor descriptor = Objects.requireNonNull(PROJECT.descriptors().get(id));
            Map<String, Curve> curves = new java.util.HashMap<>();
            new com.fasterxml.jackson.databind.json.JsonMapper()
                    .readTree(descriptor.parameters())
                    .path("properties")
                    .properties()
                    .forEach(property -> {
                        if (property.getValue().path("x-animatable").asBoolean()) {
                            curves.put(
                                    property.getKey(),
                                    new Curve(List.of(
                                            new Keyframe(
                                                    0,
                                                    property.getValue()
                                                            .path("minimum")
                                                            .asDouble(),
                                                    Easing.EASE_IN_OUT),
                                            new Keyframe(
                                                    20,
                                                    property.getValue()
                                                            .path("maximum")
                                                            .asDouble(),
                                                    Easing.LINEAR))));
                        }
                    });
            if (!curves.isEmpty()) {
                assertTrue(
                        !java.util.Arrays.equals(drawn(id, curves), drawn(id, Map.of())),
                        id + " does not follow its keyframes");
            }
        }
    }

    /** Frames 2 and 16 after each other. */
    private static byte[] drawn(String id, Map<String, Curve> curves) throws Exception {
        java.io.ByteArrayOutputStream both = new java.io.ByteArrayOutputStream();
        for (long frame : new long[] {2, 16}) {
            stage.draw(
                    EffectStage.timeline(160, 90, Previews.uses(id, curves), true),
                    frame,
                    frame + 1,
                    (number, picture) -> both.writeBytes(bytes(picture)));
        }
        return both.toByteArray();
    }

    @Test
    void neighboursInOneGraphLookAsEachByItself() throws Exception {
        List<String> ids = List.of("evergreen.contrast", "evergreen.temperature", "evergreen.pixelate");
        List<EffectUse> joined =
                ids.stream().map(id -> EffectUse.of(id, Map.of())).toList();
        List<EffectUse> apart = new ArrayList<>();
        for (EffectUse use : joined) {
            apart.add(use);
            // An effect that changes nothing and computes pixels keeps its neighbours in graphs of their own.
            apart.add(EffectUse.of("evergreen.sepia", Map.of("amount", 0)));
        }
        List<byte[]> wanted = new ArrayList<>();
        stage.draw(EffectStage.timeline(160, 90, apart, true), 5, 9, (frame, picture) -> wanted.add(bytes(picture)));
        stage.draw(
                EffectStage.timeline(160, 90, joined, true),
                5,
                9,
                (frame, picture) -> assertArrayEquals(wanted.get((int) (frame - 5)), bytes(picture)));
    }

    @Test
    void previewsShowWhatTheEffectsDraw() throws Exception {
        for (Descriptor descriptor : PROJECT.descriptors().values()) {
            PreviewPictures.compare(
                    PROJECT.descriptorFolder().resolve(descriptor.preview().orElseThrow()),
                    Previews.of(stage, descriptor.id(), PreviewPictures.WIDTH, PreviewPictures.HEIGHT));
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptors() throws Exception {
        PluginPage.compare(
                PAGE,
                """
                # Video effects

                Made from the effects' descriptors; `mvn -Devergreen.golden=write test` in `effect-bundles/effects` writes it anew.
                Each effect is a bundle and a feature of its own (`evergreen-effect-<name>`). A number marked with ~ takes keyframes.
                """,
                "../effect-bundles/effects/src/main/resources/EVG-INF",
                PROJECT.descriptors().values(),
                descriptor -> kind(Objects.requireNonNull(stage.effects().get(descriptor.id()))));
    }

    private static String kind(Object effect) {
        return effect instanceof VideoEffect
                ? "filters of libavfilter"
                : effect instanceof FrameEffect ? "computes pixels" : "changes time";
    }

    /** With -Devergreen.sheet=FILE all effects are drawn on one sheet to look at. */
    @Test
    void aSheetOfAllEffectsCanBeDrawn() throws Exception {
        int width = 320;
        int height = 180;
        int columns = 6;
        List<String> ids = new ArrayList<>(List.of(""));
        ids.addAll(stage.effects().keySet());
        String file = System.getProperty(
                "evergreen.sheet", folder.resolve("sheet.png").toString());
        List<String> drawn = System.getProperty("evergreen.sheet") == null ? ids.subList(0, 2) : ids;
        BufferedImage sheet = new BufferedImage(
                columns * (width + 8),
                (drawn.size() + columns - 1) / columns * (height + 24),
                BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < drawn.size(); i++) {
            var graphics = sheet.createGraphics();
            int x = i % columns * (width + 8);
            int y = i / columns * (height + 24);
            graphics.drawImage(Previews.of(stage, drawn.get(i), width, height), x, y, null);
            graphics.drawString(drawn.get(i), x + 4, y + height + 16);
            graphics.dispose();
        }
        ImageIO.write(sheet, "png", new File(file));
        assertTrue(new File(file).length() > 1000, "the sheet " + file);
    }

    private static VideoFrame frame(Picture picture) {
        return picture.asFrame(0);
    }

    private static byte[] bytes(Picture picture) {
        byte[] all = new byte[picture.width() * picture.height() * 3 / 2];
        int at = 0;
        for (int i = 0; i < 3; i++) {
            for (int y = 0; y < picture.plane(i).height(); y++) {
                picture.plane(i)
                        .data()
                        .get(
                                y * picture.plane(i).stride(),
                                all,
                                at,
                                picture.plane(i).width());
                at += picture.plane(i).width();
            }
        }
        return all;
    }
}
