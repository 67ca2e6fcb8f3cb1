package dev.evergreen.exporter.mlt.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.exporter.InterchangeFilm;
import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.export.MediaNames;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The document opened by Debian's melt, which shows the same cuts. */
class MeltTest {
    private static final Map<String, Color> COLOURS = Map.of(
            InterchangeFilm.RED, Color.RED, InterchangeFilm.GREEN, Color.GREEN, InterchangeFilm.BLUE, Color.BLUE);

    @TempDir
    Path folder;

    static boolean meltIsInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/melt"));
    }

    @Test
    @EnabledIf(value = "meltIsInstalled", disabledReason = "there is no /usr/bin/melt; apt-get install melt")
    void meltShowsTheSameCuts() throws Exception {
        TimelineSnapshot timeline = InterchangeFilm.timeline();
        Files.createDirectories(folder.resolve(MediaNames.FOLDER));
        for (Map.Entry<String, String> media : MediaNames.of(timeline).entrySet()) {
            Path file = folder.resolve(media.getValue());
            Color colour = COLOURS.get(media.getKey());
            if (colour == null) {
                float[] silence = new float[96_000];
                WaveFiles.write(new WaveFiles.Sound(48_000, new float[][] {silence, silence}), file);
            } else {
                picture(file, colour);
            }
        }
        Files.writeString(
                folder.resolve("film.mlt"),
                new MltExporter().write(timeline).files().get(0).text());
        Process melt = new ProcessBuilder(
                        "/usr/bin/melt", "-silent", "film.mlt", "-consumer", "avformat:frame-%03d.png", "an=1")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("melt.log").toFile())
                .start();
        try {
            assertTrue(melt.waitFor(10, TimeUnit.MINUTES), "melt does not end");
        } finally {
            melt.destroyForcibly();
        }
        assertEquals("red", colour(0));
        assertEquals("red", colour(19));
        assertEquals("green", colour(20));
        assertEquals("green", colour(39));
        assertEquals("blue", colour(51));
        assertEquals("blue", colour(69));
        assertEquals("black", colour(75));
        assertEquals("white", colour(80));
        assertEquals("white", colour(89));
        assertTrue(!Files.exists(frame(90)), "the film has 90 frames");
        Color middle = new Color(ImageIO.read(frame(45).toFile()).getRGB(160, 90));
        assertTrue(middle.getGreen() > 60 && middle.getBlue() > 60, "frame 45 is a mix: " + middle);
    }

    private static void picture(Path file, Color colour) throws Exception {
        BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 320, 180);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    /** Counted from 0; melt's files are counted from 1. */
    private Path frame(int number) {
        return folder.resolve(String.format("frame-%03d.png", number + 1));
    }

    private String colour(int frame) throws Exception {
        Color seen = new Color(ImageIO.read(frame(frame).toFile()).getRGB(160, 90));
        boolean red = seen.getRed() > 128;
        boolean green = seen.getGreen() > 128;
        boolean blue = seen.getBlue() > 128;
        if (red && green && blue) {
            return "white";
        }
        return red ? "red" : green ? "green" : blue ? "blue" : "black";
    }
}
