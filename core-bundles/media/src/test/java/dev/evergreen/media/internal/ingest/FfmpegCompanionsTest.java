package dev.evergreen.media.internal.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.CompanionFiles;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegCompanionsTest {
    @TempDir
    Path folder;

    private FfmpegIngest ingest;
    private FfmpegCompanions companions;
    private Path kept;

    @BeforeEach
    void start() throws Exception {
        Natives.load(TestEngine.natives());
        ingest = new FfmpegIngest(folder);
        companions = new FfmpegCompanions(folder);
        kept = Files.createDirectory(folder.resolve("kept"));
    }

    private CompanionFiles made(Path file) throws Exception {
        Ingested media = ingest.normalise(file, folder, IngestLimits.DEFAULT);
        return companions.make(media.file(), media.media(), kept, WorkLimits.DEFAULT);
    }

    @Test
    void aFilmHasThumbnailsAProxyAndPeaks() throws Exception {
        Path film = folder.resolve("film.mkv");
        TestMedia.ffmpeg(
                folder,
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=red:s=1280x720:r=10:d=4[a];color=blue:s=1280x720:r=10:d=4[b];[a][b]concat",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=8",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                film.toString());
        CompanionFiles files = made(film);
        assertEquals(4, files.thumbnailCount());
        BufferedImage strip = ImageIO.read(files.thumbnails().orElseThrow().toFile());
        assertEquals(4 * 160, strip.getWidth());
        assertEquals(90, strip.getHeight());
        assertTrue(new Color(strip.getRGB(80, 45)).getRed() > 200);
        assertTrue(new Color(strip.getRGB(560, 45)).getBlue() > 200);
        MediaInfo proxy = ingest.probe(files.proxy().orElseThrow(), IngestLimits.DEFAULT);
        assertEquals(640, proxy.width());
        assertEquals(360, proxy.height());
        assertEquals(8_000, proxy.duration().toMillis(), 60);
        assertTrue(files.peaks().isPresent());
    }

    @Test
    void peaksAreTheLowestAndHighestSamples() throws Exception {
        Path wav = TestMedia.sound(folder.resolve("step.wav"), 2, i -> i < 48_000 ? 0.25 : i % 2 == 0 ? -0.5 : 0.75);
        CompanionFiles files = made(wav);
        assertEquals(Optional.empty(), files.thumbnails());
        ByteBuffer peaks =
                ByteBuffer.wrap(Files.readAllBytes(files.peaks().orElseThrow())).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(2, peaks.getInt(0));
        assertEquals(48_000, peaks.getInt(8));
        assertEquals(256, peaks.getInt(12));
        int pairs = peaks.getInt(16);
        assertEquals(375, pairs);
        assertEquals(peaks.capacity(), Peaks.HEAD_BYTES + 4 * pairs);
        assertEquals(0, peaks.getShort(Peaks.HEAD_BYTES + 4 * 10));
        assertEquals(0.25 * 32767, peaks.getShort(Peaks.HEAD_BYTES + 4 * 10 + 2), 2);
        assertEquals(-0.5 * 32767, peaks.getShort(Peaks.HEAD_BYTES + 4 * 300), 2);
        assertEquals(0.75 * 32767, peaks.getShort(Peaks.HEAD_BYTES + 4 * 300 + 2), 2);
    }

    @Test
    void aPictureHasOneThumbnail() throws Exception {
        CompanionFiles plain = made(TestMedia.picture(folder, 1, 800, 400));
        assertEquals(1, plain.thumbnailCount());
        assertEquals(
                320, ImageIO.read(plain.thumbnails().orElseThrow().toFile()).getWidth());
        CompanionFiles clear = made(TestMedia.layer(folder, 2, 64, 64));
        BufferedImage thumbnail = ImageIO.read(clear.thumbnails().orElseThrow().toFile());
        assertEquals(0, thumbnail.getRGB(0, 0) >>> 24, "transparency must be seen");
        assertEquals(Optional.empty(), plain.proxy());
        assertEquals(Optional.empty(), plain.peaks());
    }

    @Test
    void nothingStaysWhereItFails() throws Exception {
        Ingested sound = ingest.normalise(
                TestMedia.sound(folder.resolve("tone.wav"), 1, TestMedia::music), folder, IngestLimits.DEFAULT);
        Ingested picture = ingest.normalise(TestMedia.picture(folder, 3, 64, 64), folder, IngestLimits.DEFAULT);
        assertThrows(
                MediaException.class, () -> companions.make(sound.file(), picture.media(), kept, WorkLimits.DEFAULT));
        try (Stream<Path> left = Files.list(kept)) {
            assertEquals(0, left.count());
        }
    }
}
