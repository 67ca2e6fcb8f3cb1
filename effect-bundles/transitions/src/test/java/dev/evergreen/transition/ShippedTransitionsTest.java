package dev.evergreen.transition;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.tck.PluginPage;
import dev.evergreen.tck.PluginProject;
import dev.evergreen.tck.PreviewPictures;
import dev.evergreen.tck.TestFrames;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped transition between two pictures of the project, as people see it when they choose one. */
class ShippedTransitionsTest {
    private static final PluginProject PROJECT = new PluginProject(Path.of(""));
    private static final int LENGTH = 30;

    /** In the middle the second picture would hide what some do; a cut and a flash tell nothing there at all. */
    private static final double USUAL = 0.45;

    private static final Map<String, Double> MOMENTS =
            Map.of("evergreen.flash", 0.3, "evergreen.dip-to-colour", 0.3, "evergreen.cross-zoom", 0.25);

    private static SortedMap<String, FrameTransition> transitions;
    private static VideoFrame day;
    private static VideoFrame night;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        transitions = PROJECT.plugins(FrameTransition.class);
        // Two tiles of the sheet in the documentation, without what is written on them.
        BufferedImage sheet = ImageIO.read(new File("../../docs/images/tide-pools.jpg"));
        day = tile(sheet, 48, 502);
        night = tile(sheet, 880, 258);
    }

    private static VideoFrame tile(BufferedImage sheet, int x, int y) {
        BufferedImage tile =
                new BufferedImage(PreviewPictures.WIDTH, PreviewPictures.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = tile.createGraphics();
        Image small = sheet.getSubimage(x, y, 336, 189)
                .getScaledInstance(tile.getWidth(), tile.getHeight(), Image.SCALE_AREA_AVERAGING);
        graphics.drawImage(small, 0, 0, null);
        graphics.dispose();
        return TestFrames.of(tile, 0);
    }

    private static BufferedImage at(String id, double progress) throws Exception {
        MediaFormat format = TestFrames.format(PreviewPictures.WIDTH, PreviewPictures.HEIGHT);
        VideoFrame target = TestFrames.flat(format, 0, 1);
        FrameTransition transition = Objects.requireNonNull(transitions.get(id));
        try (TransitionSession session = transition.open(new EffectRequest(Map.of(), Map.of(), LENGTH, 7), format)) {
            session.blend(day, night, progress, target);
        }
        return PreviewPictures.image(target);
    }

    @Test
    void previewsShowWhatTheTransitionsDraw() throws Exception {
        for (Descriptor descriptor : PROJECT.descriptors().values()) {
            PreviewPictures.compare(
                    PROJECT.descriptorFolder().resolve(descriptor.preview().orElseThrow()),
                    at(descriptor.id(), MOMENTS.getOrDefault(descriptor.id(), USUAL)));
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptors() throws Exception {
        PluginPage.compare(
                Path.of("..", "..", "docs", "transitions.md"),
                """
                # Transitions

                Made from the transitions' descriptors; `mvn -Devergreen.golden=write test` in `effect-bundles/transitions` writes it anew.
                Each is a bundle and a feature of its own (`evergreen-transition-<name>`). What is heard crosses with equal power meanwhile.
                """,
                "../effect-bundles/transitions/src/main/resources/EVG-INF",
                PROJECT.descriptors().values(),
                descriptor -> "");
    }

    /** With -Devergreen.sheet=FILE all transitions are drawn on one sheet to look at, each at five moments. */
    @Test
    void aSheetOfAllTransitionsCanBeDrawn() throws Exception {
        String file = System.getProperty(
                "evergreen.sheet", folder.resolve("sheet.png").toString());
        boolean all = System.getProperty("evergreen.sheet") != null;
        draw(new File(file), all ? transitions.keySet().toArray(String[]::new) : new String[] {transitions.firstKey()});
        assertTrue(new File(file).length() > 1000, "the sheet " + file);
    }

    private static void draw(File file, String[] ids) throws Exception {
        double[] moments = {0.1, 0.3, 0.5, 0.7, 0.9};
        int columns = 2;
        int pitch = PreviewPictures.HEIGHT + 20;
        BufferedImage sheet = new BufferedImage(
                columns * (moments.length * PreviewPictures.WIDTH + 12),
                (ids.length + columns - 1) / columns * pitch,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < ids.length; i++) {
            int left = i % columns * (moments.length * PreviewPictures.WIDTH + 12);
            int top = i / columns * pitch;
            for (int j = 0; j < moments.length; j++) {
                graphics.drawImage(at(ids[i], moments[j]), left + j * PreviewPictures.WIDTH, top, null);
            }
            graphics.drawString(ids[i], left + 4, top + PreviewPictures.HEIGHT + 14);
        }
        graphics.dispose();
        write(sheet, file);
    }

    private static void write(BufferedImage sheet, File file) throws IOException {
        ImageIO.write(sheet, "png", file);
    }
}
