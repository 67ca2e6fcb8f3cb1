package dev.evergreen.media.internal.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.CheckReport;
import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.Finding;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderProgress;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.internal.check.FilmChecks;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.SideFile;
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
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.PictureLayer;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole films, looked at with FFmpeg's executables. */
class RendererTest {
    private static final Canvas CANVAS = new Canvas(480, 270, FrameRate.FPS_30, Colour.BLACK);

    @TempDir
    Path folder;

    @Test
    void theFilmIsWhatTheTimelineSays() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            TimelineSnapshot story = story(engine, CANVAS, "And the tide came in.");
            EncodingPlan plan = TestEngine.mp4("ultrafast");
            plan = new EncodingPlan(
                    plan.container(), plan.video(), plan.audio(), List.of(SideFile.SUBRIP, SideFile.WEB_VTT));
            RenderResult result = engine.render(story, plan, folder.resolve("film.mp4"));
            CheckReport report = new FilmChecks(folder, new Fonts()).check(result.film(), story, plan, engine);
            assertEquals(List.of(), report.findings());
            assertEquals("h264", report.facts().videoCodec());
            assertEquals("aac", report.facts().audioCodec());
            assertEquals(FilmFacts.Colour.BT709, report.facts().colour());
            assertEquals(240, report.facts().frames());
            assertEquals(8_000, report.facts().videoDuration().toMillis());
            assertEquals(8_000, report.facts().audioDuration().toMillis(), 22);
            assertTrue(Files.readString(result.sideFiles().get(0)).contains("00:00:04,500 --> 00:00:07,500"));
            assertTrue(Files.readString(result.sideFiles().get(1)).startsWith("WEBVTT"));
            String boxes = new String(
                    Files.readAllBytes(result.film()), 0, 4096, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertTrue(boxes.indexOf("moov") > 0, "The index does not stand in front");
            assertFalse(boxes.contains("elst"), "There is an edit list");
        }
    }

    /** A film whose pictures are black and whose sound is missing, held against the timeline that it should show. */
    @Test
    void blackFrozenAndSilentStretchesAreFound() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            TimelineSnapshot story = story(engine, CANVAS, "And the tide came in.");
            List<VisualClip> dark =
                    List.of(TestMedia.clip("dark", new SolidSource(Colour.BLACK), 0, 240, Transform.STILL, null));
            TimelineSnapshot wrong = new TimelineSnapshot(
                    CANVAS, List.of(new VisualTrack("pictures", dark)), List.of(), List.of(), List.of());
            EncodingPlan plan = TestEngine.mp4("ultrafast");
            RenderResult result = engine.render(wrong, plan, folder.resolve("film.mp4"));
            FilmChecks checks = new FilmChecks(folder, new Fonts());
            assertEquals(
                    Set.of("black", "frozen", "silent"),
                    checks.check(result.film(), story, plan, engine).findings().stream()
                            .map(Finding::code)
                            .collect(Collectors.toSet()));
            assertEquals(
                    List.of(), checks.check(result.film(), wrong, plan, engine).findings());
        }
    }

    @Test
    void anyNumberOfWorkersMakesTheSameBytes() throws Exception {
        byte[] first;
        try (TestEngine engine = new TestEngine(Files.createDirectory(folder.resolve("a")), 1)) {
            RenderResult result =
                    engine.render(story(engine, CANVAS, "One."), TestEngine.mp4("ultrafast"), folder.resolve("a.mp4"));
            first = Files.readAllBytes(result.film());
        }
        try (TestEngine engine = new TestEngine(Files.createDirectory(folder.resolve("b")), 3)) {
            RenderResult result =
                    engine.render(story(engine, CANVAS, "One."), TestEngine.mp4("ultrafast"), folder.resolve("b.mp4"));
            assertArrayEquals(first, Files.readAllBytes(result.film()));
        }
    }

    @Test
    void anotherCaptionRendersOnlyItsOwnSegments() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            EncodingPlan plan = TestEngine.mp4("ultrafast");
            RenderResult first = engine.render(story(engine, CANVAS, "One."), plan, folder.resolve("1.mp4"));
            assertEquals(0, first.segmentsReused());
            RenderResult again = engine.render(story(engine, CANVAS, "One."), plan, folder.resolve("2.mp4"));
            assertEquals(0, again.segmentsRendered());
            assertTrue(again.soundReused());
            assertArrayEquals(Files.readAllBytes(first.film()), Files.readAllBytes(again.film()));
            RenderResult edited = engine.render(story(engine, CANVAS, "Two."), plan, folder.resolve("3.mp4"));
            assertEquals(2, edited.segmentsRendered());
            assertEquals(first.segmentsRendered() - 2, edited.segmentsReused());
        }
    }

    @Test
    void aDamagedPieceIsDrawnAgain() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            EncodingPlan plan = TestEngine.mp4("ultrafast");
            RenderResult first = engine.render(story(engine, CANVAS, "One."), plan, folder.resolve("1.mp4"));
            Path piece;
            try (Stream<Path> pieces = Files.list(folder.resolve("pieces"))) {
                piece = pieces.filter(file -> !file.toString().contains("sound"))
                        .findFirst()
                        .orElseThrow();
            }
            byte[] bytes = Files.readAllBytes(piece);
            bytes[bytes.length / 2] ^= 1;
            Files.write(piece, bytes);
            RenderResult again = engine.render(story(engine, CANVAS, "One."), plan, folder.resolve("2.mp4"));
            assertEquals(1, again.segmentsRendered());
            assertArrayEquals(Files.readAllBytes(first.film()), Files.readAllBytes(again.film()));
        }
    }

    @Test
    void uprightFilmsInWebmWork() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            Canvas upright = new Canvas(180, 320, new FrameRate(30_000, 1001), Colour.of("#102030"));
            TimelineSnapshot story = story(engine, upright, "Up.");
            RenderResult result = engine.render(story, TestEngine.webm(), folder.resolve("film.webm"));
            CheckReport report =
                    new FilmChecks(folder, new Fonts()).check(result.film(), story, TestEngine.webm(), engine);
            assertEquals("vp9", report.facts().videoCodec());
            assertEquals("opus", report.facts().audioCodec());
            assertEquals(240, report.facts().frames());
            assertTrue(report.passed(), report.findings().toString());
        }
    }

    @Test
    void progressRisesToOneAndCancellingLeavesTheOldFile() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            Path film = Files.writeString(folder.resolve("film.mp4"), "as before");
            AtomicBoolean stop = new AtomicBoolean();
            TimelineSnapshot story = story(engine, CANVAS, "One.");
            MediaException cancelled = assertThrows(
                    MediaException.class,
                    () -> engine.render(story, TestEngine.mp4("ultrafast"), film, new RenderListener() {
                        @Override
                        public void progress(RenderProgress progress) {
                            stop.compareAndSet(false, progress.framesDone() > 5);
                        }

                        @Override
                        public boolean cancelled() {
                            return stop.get();
                        }
                    }));
            assertEquals(MediaException.Kind.CANCELLED, cancelled.kind());
            assertEquals("as before", Files.readString(film));
            List<Double> fractions = new ArrayList<>();
            engine.render(story, TestEngine.mp4("ultrafast"), film, progress -> fractions.add(progress.fraction()));
            assertEquals(fractions.stream().sorted().toList(), fractions);
            assertEquals(1, fractions.get(fractions.size() - 1));
            try (Stream<Path> left = Files.list(folder)) {
                assertFalse(left.anyMatch(file -> file.getFileName().toString().endsWith(".part")));
            }
        }
    }

    @Test
    void whatCannotBeDrawnIsRefusedByName() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            String picture = engine.blob(TestMedia.picture(folder, 1, 64, 64));
            MediaSource source = new MediaSource(picture, "image/png");
            assertRefused(
                    engine,
                    MediaException.Kind.MISSING_PLUGIN,
                    "effect nobody.made-this of clip a",
                    List.of(new VisualClip(
                            "a",
                            source,
                            0,
                            30,
                            0,
                            Ratio.ONE,
                            Transform.STILL,
                            List.of(EffectUse.of("nobody.made-this", Map.of())),
                            null)),
                    "Fine.");
            assertRefused(
                    engine,
                    MediaException.Kind.INVALID_TIMELINE,
                    "U+16A0",
                    List.of(TestMedia.clip("a", source, 0, 30, Transform.STILL, null)),
                    "A rune \u16A0 here");
            MediaSource missing = new MediaSource("sha256:" + "0".repeat(64), "image/png");
            assertRefused(
                    engine,
                    MediaException.Kind.INVALID_TIMELINE,
                    "0000",
                    List.of(TestMedia.clip("a", missing, 0, 30, Transform.STILL, null)),
                    "Fine.");
            Path broken = Files.write(
                    folder.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0, 0, 0});
            MediaSource damaged = new MediaSource(engine.blob(broken), "image/png");
            assertRefused(
                    engine,
                    MediaException.Kind.UNREADABLE,
                    "cannot be",
                    List.of(TestMedia.clip("a", damaged, 0, 30, Transform.STILL, null)),
                    "Fine.");
        }
    }

    private void assertRefused(
            TestEngine engine, MediaException.Kind kind, String named, List<VisualClip> clips, String caption) {
        TimelineSnapshot timeline = new TimelineSnapshot(
                CANVAS,
                List.of(new VisualTrack("v", clips)),
                List.of(new CaptionTrack(
                        "c", "en", true, List.of(new CaptionClip("k", caption, 0, 20, "", "boxed", List.of())))),
                List.of(),
                List.of(CaptionStyle.BOXED));
        MediaException refused = assertThrows(
                MediaException.class,
                () -> engine.render(timeline, TestEngine.mp4("ultrafast"), folder.resolve("no.mp4")));
        assertEquals(kind, refused.kind(), refused.getMessage());
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }

    @Test
    void captionsStandOverThePictureAndWordsLightUp() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            CaptionClip caption = new CaptionClip(
                    "k",
                    "one two",
                    10,
                    60,
                    "",
                    "karaoke",
                    List.of(new WordTiming("one", 0, 20), new WordTiming("two", 30, 20)));
            TimelineSnapshot timeline = new TimelineSnapshot(
                    CANVAS,
                    List.of(new VisualTrack(
                            "v",
                            List.of(TestMedia.clip(
                                    "a", new SolidSource(new Colour(20, 40, 60, 255)), 0, 90, Transform.STILL, null)))),
                    List.of(new CaptionTrack("c", "en", true, List.of(caption))),
                    List.of(),
                    List.of(CaptionStyle.KARAOKE.sized(0.06, 2)));
            RenderResult result = engine.render(timeline, TestEngine.mp4("ultrafast"), folder.resolve("k.mp4"));
            assertEquals(0, yellow(TestMedia.frame(folder, result.film(), 5), 0, 480));
            assertTrue(yellow(TestMedia.frame(folder, result.film(), 20), 0, 240) > 40, "the first word is not lit");
            BufferedImage later = TestMedia.frame(folder, result.film(), 50);
            assertTrue(yellow(later, 240, 480) > 40, "the second word is not lit");
            assertTrue(yellow(later, 0, 238) < 10, "the first word is still lit");
        }
    }

    private static int yellow(BufferedImage image, int from, int to) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                int rgb = image.getRGB(x, y);
                boolean bright = (rgb >> 16 & 255) > 190 && (rgb >> 8 & 255) > 150;
                count += bright && (rgb & 255) < 140 ? 1 : 0;
            }
        }
        return count;
    }

    /** Three pictures, one of them in layers, with transitions, a title, captions, voice and music; eight seconds. */
    static TimelineSnapshot story(TestEngine engine, Canvas canvas, String caption) throws Exception {
        Path folder = engine.folder;
        Transform in = Transform.moving(
                new CameraKeyframe(0, .5, .5, 1, .5, Easing.EASE_IN_OUT),
                new CameraKeyframe(100, .47, .52, 1.12, .5, Easing.LINEAR));
        String ground = engine.blob(TestMedia.picture(folder, 1, 520, 300));
        List<PictureLayer> layers = List.of(
                new PictureLayer(ground, 0),
                new PictureLayer(engine.blob(TestMedia.layer(folder, 2, 520, 300)), .5),
                new PictureLayer(engine.blob(TestMedia.layer(folder, 3, 520, 300)), 1));
        MediaSource wide = new MediaSource(engine.blob(TestMedia.picture(folder, 4, 601, 211)), "image/png");
        TransitionUse way = new TransitionUse(TestEngine.DISSOLVE, 12, Map.of());
        List<VisualClip> clips = List.of(
                TestMedia.clip("a", new LayeredSource(layers), 0, 90, in, way),
                TestMedia.clip("b", wide, 90, 75, in, way),
                TestMedia.clip("c", new MediaSource(ground, "image/png"), 165, 75, in, null));
        TitleSource title = new TitleSource(
                TitleLayout.CARD,
                "A Test",
                "in three pictures",
                Colour.WHITE,
                Colour.of("#ffcc66"),
                new Colour(0, 0, 0, 90),
                TitleMotion.RISE,
                TitleMotion.FADE,
                10);
        List<VisualClip> titles = List.of(TestMedia.clip("t", title, 5, 60, Transform.STILL, null));
        List<CaptionClip> captions = List.of(
                new CaptionClip("k1", "Once there was a film.", 10, 60, "Nora", "boxed", List.of()),
                new CaptionClip("k2", caption, 135, 90, "", "boxed", List.of()));
        AudioClip voice = sound(
                engine,
                "voice",
                AudioRole.VOICE,
                TestMedia.sound(folder.resolve("v.wav"), 6, TestMedia::speech),
                24_000,
                6);
        AudioClip music = sound(
                engine, "music", AudioRole.MUSIC, TestMedia.sound(folder.resolve("m.wav"), 8, TestMedia::music), 0, 8);
        return new TimelineSnapshot(
                canvas,
                List.of(new VisualTrack("pictures", clips), new VisualTrack("titles", titles)),
                List.of(new CaptionTrack("captions", "en", true, captions)),
                List.of(new AudioTrack("voices", List.of(voice)), new AudioTrack("score", List.of(music))),
                List.of(CaptionStyle.BOXED));
    }

    private static AudioClip sound(TestEngine engine, String id, AudioRole role, Path file, long start, double seconds)
            throws Exception {
        return new AudioClip(
                id, engine.blob(file), start, Math.round(seconds * 48_000), 0, List.of(), 4800, 4800, role, List.of());
    }
}
