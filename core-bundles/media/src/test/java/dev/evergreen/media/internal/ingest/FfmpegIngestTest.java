package dev.evergreen.media.internal.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegIngestTest {
    @TempDir
    Path folder;

    private FfmpegIngest ingest;
    private Path kept;

    @BeforeEach
    void start() throws Exception {
        Natives.load(TestEngine.natives());
        ingest = new FfmpegIngest(Files.createDirectory(folder.resolve("tmp")));
        kept = folder.resolve("kept");
    }

    @Test
    void picturesBecomePictures() throws Exception {
        Path png = TestMedia.picture(folder, 1, 321, 123);
        Ingested plain = normalise(png);
        assertEquals(MediaKind.IMAGE, plain.media().kind());
        assertEquals("image/png", plain.media().mediaType());
        assertEquals(321, plain.media().width());
        assertEquals(123, plain.media().height());
        assertEquals(
                plain.media().digest(),
                ingest.probe(plain.file(), IngestLimits.DEFAULT).digest());
        Ingested clear = normalise(TestMedia.layer(folder, 2, 64, 64));
        assertTrue(clear.media().transparent());
        assertEquals(0, ImageIO.read(clear.file().toFile()).getRGB(0, 0) >>> 24);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "3, 1, 1", "6, 1, 0", "8, 0, 1"})
    void picturesAreTurnedUpright(int orientation, int column, int row) throws Exception {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 32; x++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        Path jpeg = folder.resolve("turned.jpg");
        ImageIO.write(image, "jpg", jpeg.toFile());
        Files.write(jpeg, withOrientation(Files.readAllBytes(jpeg), orientation));
        Ingested upright = normalise(jpeg);
        assertEquals(orientation >= 5 ? 32 : 64, upright.media().width());
        assertEquals(upright.original().width(), upright.media().width());
        BufferedImage shown = ImageIO.read(upright.file().toFile());
        int x = shown.getWidth() * (2 * column + 1) / 4;
        int y = shown.getHeight() * (2 * row + 1) / 4;
        assertTrue(new Color(shown.getRGB(x, y)).getRed() > 200, "The red corner is not at " + x + "," + y);
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] all = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif, 0, all, 2, exif.length);
        System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
        return all;
    }

    @Test
    void soundBecomesFlacAtFortyEightKilohertz() throws Exception {
        byte[] pcm = new byte[44_100 * 2 * 2];
        for (int i = 0; i < pcm.length / 2; i++) {
            pcm[2 * i + 1] = (byte) (60 * Math.sin(i * .05));
        }
        Path wav = TestMedia.wav(folder.resolve("sound.wav"), pcm, 44_100);
        Ingested sound = normalise(wav);
        assertEquals("audio/flac", sound.media().mediaType());
        assertEquals(1, sound.media().audioChannels());
        assertEquals(2_000, sound.media().duration().toMillis(), 1);
        Path mp3 = folder.resolve("sound.mp3");
        TestMedia.ffmpeg(folder, "-v", "error", "-i", wav.toString(), "-b:a", "128k", mp3.toString());
        assertEquals("audio/mpeg", ingest.probe(mp3, IngestLimits.DEFAULT).mediaType());
        assertEquals(2_000, normalise(mp3).media().duration().toMillis(), 60);
    }

    @Test
    void movingPicturesBecomeH264WithAConstantRate() throws Exception {
        Path source = folder.resolve("clip.mkv");
        TestMedia.ffmpeg(
                folder,
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=161x91:rate=25:duration=2",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=2",
                "-c:v",
                "ffv1",
                "-pix_fmt",
                "yuv444p",
                "-c:a",
                "flac",
                source.toString());
        Ingested clip = normalise(source);
        assertEquals("video/mp4", clip.media().mediaType());
        assertEquals(160, clip.media().width());
        assertEquals(90, clip.media().height());
        assertEquals(2, clip.media().audioChannels());
        assertEquals(2_000, clip.media().duration().toMillis(), 60);
    }

    @Test
    void whatIsNoMediaIsRefused() throws Exception {
        assertRefused(MediaException.Kind.UNREADABLE, Files.write(folder.resolve("empty.png"), new byte[0]), "empty");
        assertRefused(MediaException.Kind.UNREADABLE, folder.resolve("nothing.png"), "no file");
        assertRefused(
                MediaException.Kind.UNSUPPORTED,
                Files.writeString(folder.resolve("text.mp4"), "Hello, I am a film."),
                "MP4");
        byte[] png = Files.readAllBytes(TestMedia.picture(folder, 1, 200, 200));
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, 40));
        assertRefused(MediaException.Kind.UNREADABLE, cut, "damaged");
    }

    @Test
    void aPlaylistDressedAsAFilmOpensNothing() throws Exception {
        Path secret = TestMedia.sound(folder.resolve("secret.wav"), 1, TestMedia::music);
        Path playlist = folder.resolve("holiday.mp4");
        Files.writeString(playlist, "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n");
        assertRefused(MediaException.Kind.UNSUPPORTED, playlist, "is a playlist");
        Path concat = folder.resolve("holiday.webm");
        Files.writeString(concat, "ffconcat version 1.0\nfile " + secret.getFileName() + "\n");
        assertRefused(MediaException.Kind.UNSUPPORTED, concat, "is a playlist");
    }

    @Test
    void limitsHold() throws Exception {
        Path picture = TestMedia.picture(folder, 1, 200, 200);
        IngestLimits small = new IngestLimits(1L << 30, 39_999, Duration.ofSeconds(1), 8, WorkLimits.DEFAULT);
        MediaException pixels = assertThrows(MediaException.class, () -> ingest.probe(picture, small));
        assertEquals(MediaException.Kind.TOO_LARGE, pixels.kind());
        Path sound = TestMedia.sound(folder.resolve("long.wav"), 3, TestMedia::music);
        MediaException length = assertThrows(MediaException.class, () -> ingest.probe(sound, small));
        assertEquals(MediaException.Kind.TOO_LARGE, length.kind());
        IngestLimits tiny = new IngestLimits(100, 1000, Duration.ofSeconds(1), 8, WorkLimits.DEFAULT);
        assertEquals(
                MediaException.Kind.TOO_LARGE,
                assertThrows(MediaException.class, () -> ingest.probe(picture, tiny))
                        .kind());
        IngestLimits hasty = new IngestLimits(
                1L << 30,
                1 << 30,
                Duration.ofHours(1),
                8,
                new WorkLimits(Duration.ofMillis(1), Duration.ofMinutes(1), 4L << 30, 1L << 30));
        assertEquals(
                MediaException.Kind.TIMEOUT,
                assertThrows(MediaException.class, () -> ingest.probe(picture, hasty))
                        .kind());
    }

    private Ingested normalise(Path file) throws MediaException {
        return ingest.normalise(file, kept, IngestLimits.DEFAULT);
    }

    private void assertRefused(MediaException.Kind kind, Path file, String saying) throws Exception {
        MediaException refused = assertThrows(MediaException.class, () -> normalise(file));
        assertEquals(kind, refused.kind(), refused.getMessage());
        assertTrue(refused.getMessage().contains(saying), refused.getMessage());
        if (Files.exists(kept)) {
            try (Stream<Path> left = Files.list(kept)) {
                assertEquals(0, left.count(), "Something is left behind");
            }
        }
    }

    @Test
    void whatIngestLeavesIsWhatItSays() throws Exception {
        Ingested picture = normalise(TestMedia.picture(folder, 3, 50, 40));
        MediaInfo probed = ingest.probe(picture.file(), IngestLimits.DEFAULT);
        assertEquals(probed, picture.media());
        assertEquals(Files.size(picture.file()), probed.bytes());
        assertTrue(probed.digest().startsWith("sha256:"));
    }
}
