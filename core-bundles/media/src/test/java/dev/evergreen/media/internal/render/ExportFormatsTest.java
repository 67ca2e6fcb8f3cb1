package dev.evergreen.media.internal.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.media.BlobReader;
import dev.evergreen.media.CheckReport;
import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.check.FilmChecks;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.PictureSize;
import dev.evergreen.spi.export.Rendition;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of file that a plan can ask for, looked at with the engine's own probe. */
class ExportFormatsTest {
    private static final Canvas CANVAS = new Canvas(480, 270, FrameRate.FPS_30, Colour.BLACK);
    private static final int FRAMES = 90;
    private static final AudioEncoding OPUS = new AudioEncoding(AudioCodec.OPUS, 128_000, -14, -1);
    private static final AudioEncoding AAC = new AudioEncoding(AudioCodec.AAC, 128_000, -14, -1);
    private static final AudioEncoding PCM = new AudioEncoding(AudioCodec.PCM, 512_000, -16, -1);

    @TempDir
    Path folder;

    @Test
    void anotherSizeWithTheSameProportionsIsDrawnAnew() throws Exception {
        EncodingPlan plan = TestEngine.mp4("ultrafast");
        EncodingPlan smaller = new EncodingPlan(
                plan.container(), plan.video(), plan.audio(), List.of(), new PictureSize(320, 180), List.of());
        CheckReport report = checked(smaller);
        assertEquals(320, report.facts().width());
        assertEquals(180, report.facts().height());
    }

    @Test
    void av1WithOpus() throws Exception {
        VideoEncoding video = new VideoEncoding(VideoCodec.AV1, 40, 0, 60, 0, Map.of("cpu-used", "8"));
        EncodingPlan plan =
                new EncodingPlan(Container.WEBM, video, OPUS, List.of(), new PictureSize(160, 90), List.of());
        CheckReport report = checked(plan);
        assertEquals("av1", report.facts().videoCodec());
        assertEquals("opus", report.facts().audioCodec());
        assertEquals(FilmFacts.Colour.BT709, report.facts().colour());
        byte[] first = Files.readAllBytes(render(plan, "first", 1).film());
        assertArrayEquals(first, Files.readAllBytes(render(plan, "second", 2).film()));
    }

    @Test
    void proResWithUncompressedSound() throws Exception {
        VideoEncoding video = new VideoEncoding(VideoCodec.PRORES, 0, 0, 1, 0, Map.of("profile", "3"));
        EncodingPlan plan = new EncodingPlan(Container.MOV, video, PCM, List.of());
        CheckReport report = checked(plan);
        assertEquals("prores", report.facts().videoCodec());
        assertEquals("HQ", report.facts().videoProfile());
        assertEquals("pcm_s16le", report.facts().audioCodec());
        JsonNode picture = stream(probe(render(plan, "again", 2).film()), "video");
        assertEquals("yuv422p10le", picture.path("pix_fmt").asText());
        assertEquals("apch", picture.path("codec_tag_string").asText());
        assertEquals("progressive", picture.path("field_order").asText());
    }

    @Test
    void soundAlone() throws Exception {
        AudioEncoding mp3 = new AudioEncoding(AudioCodec.MP3, 192_000, -16, -1);
        assertSound(new EncodingPlan(Container.M4A, null, AAC, List.of()), "aac", 22);
        assertSound(new EncodingPlan(Container.MP3, null, mp3, List.of()), "mp3", 30);
        assertSound(new EncodingPlan(Container.WAV, null, PCM, List.of()), "pcm_s16le", 0);
    }

    private void assertSound(EncodingPlan plan, String codec, long tolerance) throws Exception {
        JsonNode probed = probe(render(plan, plan.container().name(), 1).film());
        assertEquals(1, probed.path("streams").size(), plan.container() + " holds sound only");
        JsonNode sound = stream(probed, "audio");
        assertEquals(codec, sound.path("codec_name").asText());
        assertEquals("48000", sound.path("sample_rate").asText());
        assertEquals(2, sound.path("channels").asInt());
        assertEquals(3000, sound.path("duration").asDouble() * 1000, tolerance, codec + "'s length in ms");
    }

    @Test
    void onePicture() throws Exception {
        VideoEncoding png = new VideoEncoding(VideoCodec.PNG, 0, 0, 30, 0, Map.of("frame", "45"));
        VideoEncoding jpeg = new VideoEncoding(VideoCodec.JPEG, 2, 0, 30, 0, Map.of("frame", "45"));
        BufferedImage exact = ImageIO.read(render(new EncodingPlan(Container.PNG, png, null, List.of()), "png", 1)
                .film()
                .toFile());
        BufferedImage close = ImageIO.read(render(new EncodingPlan(Container.JPEG, jpeg, null, List.of()), "jpeg", 1)
                .film()
                .toFile());
        EncodingPlan film = TestEngine.mp4("ultrafast");
        BufferedImage seen = TestMedia.frame(folder, render(film, "film", 2).film(), 45);
        assertEquals(480, exact.getWidth());
        assertEquals(270, exact.getHeight());
        assertTrue(difference(exact, seen) < 5, "the picture is frame 45 of the film: " + difference(exact, seen));
        assertTrue(difference(exact, close) < 4, "JPEG and PNG show the same: " + difference(exact, close));
        VideoEncoding late = new VideoEncoding(VideoCodec.PNG, 0, 0, 30, 0, Map.of("frame", "90"));
        MediaException refused = assertThrows(
                MediaException.class, () -> render(new EncodingPlan(Container.PNG, late, null, List.of()), "late", 1));
        assertEquals("The film has no frame 90; choose 0 to 89", refused.getMessage());
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 255) - (other.getRGB(x, y) >> 8 & 255));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }

    @Test
    void anAnimatedPicture() throws Exception {
        VideoEncoding gif = new VideoEncoding(VideoCodec.GIF, 0, 0, 1, 0, Map.of("fps", "10"));
        EncodingPlan plan = new EncodingPlan(Container.GIF, gif, null, List.of(), new PictureSize(240, 134), List.of());
        Path film = render(plan, "gif", 2).film();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(input);
            assertEquals(30, reader.getNumImages(true), "ten pictures a second");
            assertEquals(240, reader.getWidth(0));
            assertEquals(134, reader.getHeight(0));
        } finally {
            reader.dispose();
        }
        assertTrue(Files.size(film) < 1_500_000, "its size is " + Files.size(film));
    }

    @Test
    void captionsAlone() throws Exception {
        String srt = Files.readString(render(new EncodingPlan(Container.SUBRIP, null, null, List.of()), "srt", 1)
                .film());
        assertEquals("1\n00:00:00,500 --> 00:00:02,000\nThe {tide} came in.\n\n", srt);
        String ass = Files.readString(render(new EncodingPlan(Container.ASS, null, null, List.of()), "ass", 1)
                .film());
        assertTrue(ass.contains("PlayResX: 480\nPlayResY: 270\n"), ass);
        assertTrue(
                ass.contains("Dialogue: 0,0:00:00.50,0:00:02.00,karaoke,,0,0,0,,"
                        + "{\\k33\\1c&H40D6FF&\\t(333,333,\\1c&HB8F0FF&)}The "
                        + "{\\k50\\1c&H40D6FF&\\t(833,833,\\1c&HB8F0FF&)}\\{tide} "),
                ass);
    }

    @Test
    void aLadderForStreaming() throws Exception {
        VideoEncoding large = new VideoEncoding(
                VideoCodec.H264, 28, 1_000_000, 60, 2, Map.of("preset", "ultrafast", "profile", "high"));
        VideoEncoding small = new VideoEncoding(
                VideoCodec.H264, 28, 400_000, 60, 2, Map.of("preset", "ultrafast", "profile", "high"));
        List<Rendition> renditions = List.of(
                new Rendition(new PictureSize(480, 270), large), new Rendition(new PictureSize(240, 134), small));
        EncodingPlan plan = new EncodingPlan(
                Container.HLS, large, AAC, List.of(), renditions.get(0).size(), renditions);
        Path unpacked = unpack(render(plan, "hls", 2).film());
        String master = Files.readString(unpacked.resolve("master.m3u8"));
        assertTrue(master.contains("BANDWIDTH=1128000,RESOLUTION=480x270,FRAME-RATE=30.000,CODECS=\"avc1."), master);
        assertTrue(master.endsWith("134p/index.m3u8\n"), master);
        String playlist = Files.readString(unpacked.resolve("270p/index.m3u8"));
        assertTrue(playlist.contains("#EXT-X-MAP:URI=\"init.mp4\""), playlist);
        assertTrue(playlist.contains("#EXT-X-ENDLIST"), playlist);
        for (String name : List.of("270p", "134p")) {
            JsonNode probed = probe(unpacked.resolve(name + "/index.m3u8"));
            assertEquals(2, probed.path("streams").size());
            assertEquals(FRAMES, stream(probed, "video").path("nb_read_packets").asInt());
        }
    }

    private Path unpack(Path archive) throws Exception {
        Path target = folder.resolve("unpacked");
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                Files.createDirectories(path.resolveSibling("."));
                Files.copy(zip, path);
            }
        }
        return target;
    }

    private CheckReport checked(EncodingPlan plan) throws Exception {
        Path film = render(plan, "checked", 2).film();
        CheckReport report = new FilmChecks(folder, new Fonts()).check(film, lastTimeline, plan, lastEngine);
        assertEquals(List.of(), report.findings());
        return report;
    }

    /** Its files outlive it. */
    private BlobReader lastEngine = digest -> {
        throw new java.nio.file.NoSuchFileException(digest);
    };

    private TimelineSnapshot lastTimeline = new TimelineSnapshot(CANVAS, List.of(), List.of(), List.of(), List.of());

    private RenderResult render(EncodingPlan plan, String name, int workers) throws Exception {
        Path own = Files.createDirectories(folder.resolve("engine-" + name));
        try (TestEngine engine = new TestEngine(own, workers)) {
            lastTimeline = story(engine);
            lastEngine = engine;
            return engine.render(
                    lastTimeline,
                    plan,
                    folder.resolve(name + "." + plan.container().extension()));
        }
    }

    private TimelineSnapshot story(TestEngine engine) throws Exception {
        List<dev.evergreen.spi.timeline.VisualClip> clips = new ArrayList<>();
        Transform pan = Transform.moving(
                new CameraKeyframe(0, 0.5, 0.5, 1, 0, Easing.LINEAR),
                new CameraKeyframe(FRAMES, 0.6, 0.5, 1.2, 0, Easing.LINEAR));
        for (int i = 0; i < 2; i++) {
            String picture = engine.blob(TestMedia.picture(folder, i, 640, 360));
            TransitionUse way = i == 0 ? new TransitionUse(TestEngine.DISSOLVE, 15, Map.of()) : null;
            clips.add(TestMedia.clip("clip" + i, new MediaSource(picture, "image/png"), i * 45L, 45, pan, way));
        }
        String sound = engine.blob(TestMedia.sound(folder.resolve("sound.wav"), 3, TestMedia::music));
        AudioClip music = new AudioClip("music", sound, 0, 3 * 48_000, 0, List.of(), 0, 0, AudioRole.MUSIC, List.of());
        CaptionClip caption = new CaptionClip(
                "c1",
                "The {tide} came in.",
                15,
                45,
                "",
                "karaoke",
                List.of(
                        new WordTiming("The", 0, 10),
                        new WordTiming("{tide}", 10, 15),
                        new WordTiming("came", 25, 10),
                        new WordTiming("in.", 35, 10)));
        return new TimelineSnapshot(
                CANVAS,
                List.of(new VisualTrack("pictures", clips)),
                List.of(new CaptionTrack("captions", "en", true, List.of(caption))),
                List.of(new AudioTrack("sounds", List.of(music))),
                List.of(CaptionStyle.KARAOKE));
    }

    private JsonNode probe(Path file) throws Exception {
        ChildProcess.Outcome outcome = new ChildProcess(folder)
                .ffprobe(
                        List.of(
                                "-v",
                                "error",
                                "-count_packets",
                                "-show_streams",
                                "-show_format",
                                "-of",
                                "json",
                                "-i",
                                file.toString()),
                        WorkLimits.DEFAULT);
        assertEquals(0, outcome.exit(), outcome.errors());
        return new JsonMapper().readTree(outcome.output());
    }

    private static JsonNode stream(JsonNode probed, String type) {
        for (JsonNode stream : probed.path("streams")) {
            if (stream.path("codec_type").asText().equals(type)) {
                return stream;
            }
        }
        throw new AssertionError("There is no " + type + " in " + probed);
    }
}
