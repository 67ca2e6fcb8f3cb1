package dev.evergreen.media.internal.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
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
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and providers give is taken for what it shows and sounds like, or refused with a reason. */
class CorpusTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));

    @TempDir
    Path folder;

    private FfmpegIngest ingest;
    private Corpus corpus;
    private Path kept;

    @BeforeEach
    void start() throws Exception {
        Natives.load(TestEngine.natives());
        ingest = new FfmpegIngest(Files.createDirectory(folder.resolve("tmp")));
        corpus = new Corpus(Files.createDirectory(folder.resolve("corpus")));
        kept = folder.resolve("kept");
    }

    private Ingested taken(Path file) throws MediaException {
        return ingest.normalise(file, kept, IngestLimits.DEFAULT);
    }

    private MediaException refused(MediaException.Kind kind, Path file, String saying) {
        return refused(kind, file, saying, IngestLimits.DEFAULT);
    }

    private MediaException refused(MediaException.Kind kind, Path file, String saying, IngestLimits limits) {
        MediaException refused = assertThrows(MediaException.class, () -> ingest.normalise(file, kept, limits));
        assertEquals(kind, refused.kind(), refused.getMessage());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(saying), message);
        assertTrue(!message.contains(folder + "/corpus"), "A path of this machine is told: " + message);
        return refused;
    }

    private Color pixel(Ingested film, long frame, double x, double y) throws Exception {
        BufferedImage shown = film.media().kind() == MediaKind.IMAGE
                ? ImageIO.read(film.file().toFile())
                : TestMedia.frame(folder, film.file(), frame);
        return new Color(shown.getRGB((int) (x * shown.getWidth()), (int) (y * shown.getHeight())));
    }

    @Test
    void telephonesTurnFilms() throws Exception {
        Ingested film = taken(corpus.turned());
        assertEquals(
                List.of(180, 320), List.of(film.media().width(), film.media().height()));
        assertEquals(180, film.original().width());
        assertTrue(pixel(film, 3, 0.75, 0.25).getRed() > 180, "the red corner must have come to the upper right");
        assertTrue(pixel(film, 3, 0.25, 0.25).getBlue() > 180);
    }

    @Test
    void framesThatComeIrregularlyComeRegularlyAfterwards() throws Exception {
        Ingested film = taken(corpus.irregular());
        assertEquals(3_000, film.media().duration().toMillis(), 50);
        assertEquals("25/1", facts(film, "r_frame_rate"));
        assertEquals(75, Integer.parseInt(facts(film, "nb_frames")), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smpte2084", "arib-std-b67"})
    void whiteStaysBrightWhenTheRangeIsNarrowed(String transfer) throws Exception {
        Ingested film = taken(corpus.highDynamicRange(transfer));
        assertEquals("bt709", facts(film, "color_transfer"));
        assertEquals("bt709", facts(film, "color_primaries"));
        assertEquals("yuv420p", facts(film, "pix_fmt"));
        Color white = pixel(film, 2, 0.5, 0.5);
        assertTrue(white.getGreen() > 205 && white.getGreen() < 225, "a white page became " + white);
        assertTrue(Math.abs(white.getRed() - white.getBlue()) < 6, "a white page became " + white);
    }

    @Test
    void tenBitsBecomeEight() throws Exception {
        assertEquals("yuv420p", facts(taken(corpus.tenBits()), "pix_fmt"));
    }

    @Test
    void whatIsTransparentInAFilmIsBlack() throws Exception {
        Ingested film = taken(corpus.transparent());
        assertTrue(pixel(film, 2, 0.25, 0.5).getRed() > 200);
        assertTrue(pixel(film, 2, 0.75, 0.5).getRed() < 30, "what was not to be seen is seen");
        assertEquals(List.of("Where it is transparent, black is shown"), film.notes());
    }

    @Test
    void fieldsBecomeFrames() throws Exception {
        Path source = corpus.interlaced();
        Ingested film = taken(source);
        assertTrue(combing(TestMedia.frame(folder, source, 10)) > 20, "the corpus shows no fields");
        assertTrue(combing(TestMedia.frame(folder, film.file(), 10)) < 4, "fields are still to be seen");
    }

    /** How much every other row differs from its neighbours where these are alike. */
    private static double combing(BufferedImage image) {
        double sum = 0;
        for (int y = 20; y < image.getHeight() - 20; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int above = image.getRGB(x, y - 1) >> 8 & 255;
                int here = image.getRGB(x, y) >> 8 & 255;
                int below = image.getRGB(x, y + 1) >> 8 & 255;
                sum += Math.abs(above - below) < 30 ? Math.min(Math.abs(here - above), Math.abs(here - below)) : 0;
            }
        }
        return sum / (image.getHeight() - 40) / 8;
    }

    @Test
    void pixelsBecomeSquare() throws Exception {
        Ingested film = taken(corpus.anamorphic());
        assertEquals(
                List.of(512, 288), List.of(film.media().width(), film.media().height()));
        assertEquals(512, film.original().width());
        assertEquals("1:1", facts(film, "sample_aspect_ratio"));
    }

    @Test
    void soundsOfEveryKindBecomeStereo() throws Exception {
        assertEquals(2, taken(corpus.surround()).media().audioChannels());
        assertEquals(0, taken(corpus.silent()).media().audioChannels());
        Ingested fine = taken(corpus.finelySampled());
        assertEquals("audio/flac", fine.media().mediaType());
        assertEquals(1_000, fine.media().duration().toMillis(), 1);
        Ingested cover = taken(corpus.withCover());
        assertEquals(MediaKind.AUDIO, cover.media().kind());
        assertEquals(2_000, cover.media().duration().toMillis(), 60);
    }

    @Test
    void theTrackThatTheFilePrefersIsUsed() throws Exception {
        Ingested film = taken(corpus.twoTracks());
        assertEquals(List.of("Of its 2 sound tracks one is used"), film.notes());
        float[] sound = TestMedia.decoded(folder, film.file());
        int crossings = 0;
        for (int i = 48_000; i < 72_000; i++) {
            crossings += sound[i] < 0 != sound[i + 1] < 0 ? 1 : 0;
        }
        assertEquals(1_000, crossings, 10, "half a second of 1 kHz crosses zero a thousand times");
    }

    @Test
    void soundStaysWithItsPictures() throws Exception {
        float[] sound = TestMedia.decoded(folder, taken(corpus.lateSound()).file());
        int onset = 0;
        while (Math.abs(sound[onset]) < 0.02) {
            onset++;
        }
        assertEquals(500, onset / 48.0, 25, "milliseconds until the sound begins");
    }

    @Test
    void whatIsLeftOfACutFileIsUsed() throws Exception {
        Ingested film = taken(corpus.cut(corpus.film(true), 0.6));
        assertTrue(film.media().duration().toMillis() > 500, film.toString());
        assertTrue(
                film.notes().toString().contains("the rest is missing or damaged"),
                film.notes().toString());
        refused(MediaException.Kind.UNREADABLE, corpus.cut(corpus.film(false), 0.9), "damaged");
        Path wav = corpus.finelySampled();
        Ingested sound = taken(corpus.cut(wav, 0.5));
        assertEquals(500, sound.media().duration().toMillis(), 5);
        Path jpeg = corpus.cut(corpus.huge("jpg"), 0.7);
        assertEquals(4096, taken(jpeg).media().width());
        assertTrue(taken(jpeg).notes().toString().contains("damaged"));
    }

    @Test
    void largeStillsBecomeSmaller() throws Exception {
        for (String ending : FULL ? List.of("jpg", "png", "tiff", "bmp") : List.of("bmp")) {
            largeStillBecomesSmaller(ending);
        }
    }

    private void largeStillBecomesSmaller(String ending) throws Exception {
        Ingested still = taken(corpus.huge(ending));
        assertEquals(7680, still.original().width());
        assertEquals(
                List.of(4096, 2304),
                List.of(still.media().width(), still.media().height()));
    }

    @Test
    void animationsMove() throws Exception {
        for (String ending : List.of("gif", "webp")) {
            Ingested animation = taken(corpus.animation(ending));
            assertEquals("image/" + ending, animation.original().mediaType());
            assertEquals(MediaKind.VIDEO, animation.media().kind());
            assertEquals(1_000, animation.media().duration().toMillis(), 110);
            assertEquals("10/1", facts(animation, "r_frame_rate"));
        }
    }

    @Test
    void photographsOfTelephonesArePutTogether() throws Exception {
        Ingested still = taken(corpus.heic());
        assertEquals("image/heic", still.original().mediaType());
        assertEquals("image/png", still.media().mediaType());
        assertEquals(
                List.of(300, 200), List.of(still.media().width(), still.media().height()));
        assertTrue(pixel(still, 0, 0.2, 0.3).getRed() > 200);
        assertTrue(pixel(still, 0, 0.95, 0.9).getBlue() > 200);
        assertEquals(96, taken(corpus.avif()).media().width());
    }

    @Test
    void whatOpensOtherFilesIsRefused() throws Exception {
        Path secret = TestMedia.sound(folder.resolve("secret.wav"), 1, TestMedia::music);
        refused(MediaException.Kind.UNSUPPORTED, corpus.referring(secret), "refers to other files");
        String[][] texts = {
            {
                "SVG",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:" + secret
                        + "\"/></svg>"
            },
            {"playlist", "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n"},
            {"playlist", "ffconcat version 1.0\nfile " + secret + "\n"},
            {"playlist", "file '" + secret + "'\n"},
            {"playlist", "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period/></MPD>"},
            {"playlist", "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n"},
            {"playlist", "[playlist]\nFile1=" + secret + "\n"},
            {"playlist", "<smil><body><video src=\"a.mp4\"/></body></smil>"},
            {"subtitles", "1\n00:00:01,000 --> 00:00:02,000\nHello\n"},
            {"subtitles", "[Script Info]\nScriptType: v4.00+\n"},
            {"known by its content", "%PDF-1.4\n"},
        };
        for (String[] text : texts) {
            for (String name : List.of("holiday.mp4", "%03d.png", "x.m3u8")) {
                refused(MediaException.Kind.UNSUPPORTED, corpus.text(name, text[1]), text[0]);
            }
        }
        // Behind a true beginning nothing but that kind of medium is read.
        byte[] film = Files.readAllBytes(corpus.film(true));
        byte[] playlist = ("#EXTM3U\nfile://" + secret + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        refused(
                MediaException.Kind.UNREADABLE,
                corpus.write("both.mp4", Boxes.join(Arrays.copyOf(film, 32), playlist)),
                "damaged");
    }

    @Test
    void bombsAreRefusedByTheLimitThatTheyBreak() throws Exception {
        Path huge = corpus.huge("jpg");
        IngestLimits few = new IngestLimits(1L << 30, 1_000_000, Duration.ofHours(1), 8, WorkLimits.DEFAULT);
        refused(MediaException.Kind.TOO_LARGE, huge, "7680x4320 pixels, but at most 1000000", few);
        byte[] png = Files.readAllBytes(TestMedia.picture(folder, 1, 64, 64));
        System.arraycopy(Boxes.join(Boxes.number(4, 60_000), Boxes.number(4, 60_000)), 0, png, 16, 8);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        System.arraycopy(Boxes.number(4, sum.getValue()), 0, png, 29, 4);
        refused(MediaException.Kind.TOO_LARGE, corpus.write("bomb.png", png), "60000x60000");
        Path film = corpus.film(true);
        refused(
                MediaException.Kind.TOO_LARGE,
                corpus.surround(),
                "2 streams, but at most 1",
                new IngestLimits(1L << 30, 1 << 30, Duration.ofHours(1), 1, WorkLimits.DEFAULT));
        refused(
                MediaException.Kind.TOO_LARGE,
                huge,
                "bytes of memory",
                with(Duration.ofMinutes(1), 3600, 150_000_000, 1L << 30));
        refused(
                MediaException.Kind.TOO_LARGE,
                film,
                "8192 bytes of output",
                with(Duration.ofMinutes(1), 3600, 4L << 30, 8192));
        Path long10 = corpus.demanding();
        refused(
                MediaException.Kind.TIMEOUT,
                long10,
                "1 s of processor time",
                with(Duration.ofMinutes(1), 1, 4L << 30, 1L << 30));
        refused(
                MediaException.Kind.TIMEOUT,
                long10,
                "limit of 0.5",
                with(Duration.ofMillis(500), 60, 4L << 30, 1L << 30));
    }

    private static IngestLimits with(Duration time, int processorSeconds, long memory, long output) {
        return new IngestLimits(
                1L << 30,
                1 << 30,
                Duration.ofHours(1),
                300,
                new WorkLimits(time, Duration.ofSeconds(processorSeconds), memory, output));
    }

    private String facts(Ingested film, String name) throws Exception {
        return new dev.evergreen.media.internal.process.ChildProcess(folder)
                .ffprobe(
                        List.of(
                                "-v",
                                "error",
                                "-select_streams",
                                "v:0",
                                "-show_entries",
                                "stream=" + name,
                                "-of",
                                "csv=p=0",
                                film.file().toString()),
                        WorkLimits.DEFAULT)
                .output()
                .strip();
    }
}
