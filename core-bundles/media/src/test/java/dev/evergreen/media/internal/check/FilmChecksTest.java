package dev.evergreen.media.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.CheckReport;
import dev.evergreen.media.Finding;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.EncodingPlan;
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
import dev.evergreen.spi.timeline.VisualTrack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film is right; then each fault is made in a copy of it, and must be found where it is. */
class FilmChecksTest {
    private static final EncodingPlan PLAN = TestEngine.mp4("ultrafast");
    private static final int FRAMES = 240;

    @TempDir
    static Path folder;

    private static TestEngine engine;
    private static TimelineSnapshot timeline;
    private static Path film;

    @BeforeAll
    static void render() throws Exception {
        engine = new TestEngine(folder, 2);
        timeline = timeline("One caption.", FrameRate.FPS_30);
        film = engine.render(timeline, PLAN, folder.resolve("right.mp4")).film();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static TimelineSnapshot timeline(String caption, FrameRate rate) throws Exception {
        Transform moving = Transform.moving(
                new CameraKeyframe(0, .5, .5, 1, .5, Easing.LINEAR),
                new CameraKeyframe(FRAMES, .45, .55, 1.3, .5, Easing.LINEAR));
        MediaSource picture = new MediaSource(engine.blob(TestMedia.picture(folder, 1, 520, 300)), "image/png");
        String voice = engine.blob(TestMedia.sound(folder.resolve("voice.wav"), 6, speech()));
        String music = engine.blob(TestMedia.sound(folder.resolve("music.wav"), 8, TestMedia::music));
        return new TimelineSnapshot(
                new Canvas(320, 180, rate, Colour.BLACK),
                List.of(new VisualTrack("pictures", List.of(TestMedia.clip("a", picture, 0, FRAMES, moving, null)))),
                List.of(new CaptionTrack(
                        "captions",
                        "en",
                        true,
                        List.of(new CaptionClip("k", caption, 30, 60, "", "boxed", List.of())))),
                List.of(
                        new AudioTrack("voices", List.of(clip("voice", voice, AudioRole.VOICE, 48_000, 6))),
                        new AudioTrack("score", List.of(clip("music", music, AudioRole.MUSIC, 0, 8)))),
                List.of(CaptionStyle.BOXED));
    }

    private static AudioClip clip(String id, String digest, AudioRole role, long start, int seconds) {
        return new AudioClip(id, digest, start, seconds * 48_000L, 0, List.of(), 0, 0, role, List.of());
    }

    /** Syllables of uneven length with uneven pauses. */
    private static java.util.function.IntToDoubleFunction speech() {
        Random random = new Random(11);
        double[] level = new double[6 * 48_000];
        for (int at = 9_600; at < level.length - 20_000; ) {
            int length = 3_000 + random.nextInt(9_000);
            for (int i = 0; i < length; i++) {
                level[at + i] = Math.sin(Math.PI * i / length);
            }
            at += length + 500 + random.nextInt(12_000);
        }
        return i -> {
            double buzz = 0;
            for (int k = 1; k < 12; k++) {
                buzz += Math.sin(2 * Math.PI * 130 * k * i / 48_000) / k;
            }
            return i < level.length ? 0.3 * level[i] * buzz : 0;
        };
    }

    private CheckReport checked(Path file) throws Exception {
        return new FilmChecks(folder, new Fonts()).check(file, timeline, PLAN, engine);
    }

    /** The film with something done to it. */
    private Path changed(String name, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-v", "error", "-i", film.toString()));
        all.addAll(List.of(arguments));
        Path file = folder.resolve(name);
        all.add(file.toString());
        TestMedia.ffmpeg(folder, all.toArray(String[]::new));
        return file;
    }

    private static Set<String> codes(CheckReport report) {
        return report.findings().stream().map(Finding::code).collect(Collectors.toSet());
    }

    private static Finding finding(CheckReport report, String code) {
        return report.findings().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No finding " + code + ", but " + report.findings()));
    }

    private static void assertNear(Finding finding, double start, double end, double tolerance) {
        assertEquals(start, finding.start().orElseThrow().toMillis() / 1000.0, tolerance, finding.toString());
        assertEquals(end, finding.end().orElseThrow().toMillis() / 1000.0, tolerance, finding.toString());
    }

    @Test
    void aRightFilmHasNoFindings() throws Exception {
        CheckReport report = checked(film);
        assertEquals(List.of(), report.findings());
        assertTrue(report.passed());
        SyncMeter.Offset offset = SyncMeter.measure(film, timeline, engine).orElseThrow();
        assertEquals(0, offset.lateMilliseconds(), 10);
        assertEquals(48_000, offset.place());
    }

    @Test
    void speechThatIsLateOrEarlyIsFound() throws Exception {
        Path late = changed("late.mp4", "-af", "adelay=200|200,atrim=0:8", "-c:v", "copy", "-movflags", "+faststart");
        Finding found = finding(checked(late), "sync");
        assertTrue(found.grave() && found.message().contains("too late"), found.message());
        assertEquals(200, Integer.parseInt(found.message().replaceAll("\\D", "")), 15);
        assertNear(found, 1, 2, 0.01);
        Path early =
                changed("early.mp4", "-af", "atrim=start=0.15,asetpts=PTS-STARTPTS,apad=whole_dur=8", "-c:v", "copy");
        assertTrue(finding(checked(early), "sync").message().contains("too early"));
    }

    @Test
    void aMissingEndIsFound() throws Exception {
        CheckReport report = checked(changed("short.mp4", "-t", "6", "-c", "copy", "-movflags", "+faststart"));
        assertFalse(report.passed());
        assertNear(finding(report, "length"), 6, 8, 0.1);
        CheckReport apart = checked(changed("apart.mp4", "-af", "atrim=0:5", "-c:v", "copy"));
        assertTrue(codes(apart).contains("sync"), apart.findings().toString());
    }

    @Test
    void filesThatPlayersStumbleOverAreFound() throws Exception {
        Path end = changed("index-last.mp4", "-c", "copy");
        assertEquals(Set.of("streaming"), codes(checked(end)));
        CheckReport fine =
                checked(changed("fine.mp4", "-c:a", "copy", "-pix_fmt", "yuv444p", "-movflags", "+faststart"));
        assertTrue(finding(fine, "facts").message().contains("yuv444p"));
        CheckReport pale = checked(changed(
                "pale.mp4",
                "-c:a",
                "copy",
                "-vf",
                "setparams=color_trc=unknown:colorspace=bt470bg",
                "-movflags",
                "+faststart"));
        assertFalse(finding(pale, "colour").grave());
        CheckReport size =
                checked(changed("size.mp4", "-c:a", "copy", "-vf", "scale=160:90", "-movflags", "+faststart"));
        assertTrue(finding(size, "facts").message().contains("160x90"));
        CheckReport rate = checked(changed("rate.mp4", "-c:a", "copy", "-r", "25", "-movflags", "+faststart"));
        assertTrue(rate.findings().toString().contains("25.000 frames a second"));
        CheckReport codec = checked(changed("codec.mp4", "-c:a", "copy", "-c:v", "mpeg4", "-movflags", "+faststart"));
        assertTrue(codec.findings().toString().contains("should be h264"));
        CheckReport mono = checked(changed("mono.mp4", "-c:v", "copy", "-ac", "1", "-ar", "44100"));
        assertTrue(mono.findings().toString().contains("1 channels at 44100"));
        CheckReport silent = checked(changed("no-sound.mp4", "-c:v", "copy", "-an", "-movflags", "+faststart"));
        assertTrue(finding(silent, "facts").message().contains("no sound track"));
    }

    @Test
    void levelsThatAreWrongAreFound() throws Exception {
        CheckReport soft =
                checked(changed("soft.mp4", "-c:v", "copy", "-af", "volume=-6dB", "-movflags", "+faststart"));
        assertEquals(Set.of("loudness"), codes(soft));
        assertTrue(finding(soft, "loudness").grave());
        CheckReport loud = checked(changed(
                "loud.mp4",
                "-c:v",
                "copy",
                "-af",
                "volume=enable='between(t,3,4)':volume=18dB",
                "-movflags",
                "+faststart"));
        assertTrue(
                codes(loud).containsAll(Set.of("clipped", "true-peak")),
                loud.findings().toString());
        assertNear(finding(loud, "clipped"), 3, 4.1, 0.4);
    }

    @Test
    void stretchesThatNobodyOrderedAreFound() throws Exception {
        CheckReport dark = checked(changed(
                "dark.mp4",
                "-c:a",
                "copy",
                "-vf",
                "drawbox=enable='between(t,2,5)':t=fill:c=black",
                "-g",
                "15",
                "-movflags",
                "+faststart"));
        assertNear(finding(dark, "black"), 2, 5, 0.6);
        assertNear(finding(dark, "frozen"), 2, 5, 0.6);
        CheckReport silent = checked(changed(
                "quiet.mp4",
                "-c:v",
                "copy",
                "-af",
                "volume=enable='between(t,2,6)':volume=0",
                "-movflags",
                "+faststart"));
        assertNear(finding(silent, "silent"), 2, 6, 0.1);
    }

    @Test
    void captionsThatLeaveTheSafeAreaAreFound() throws Exception {
        TimelineSnapshot wordy = timeline("Far too much to say at once. ".repeat(2_000), FrameRate.FPS_30);
        CheckReport report = new FilmChecks(folder, new Fonts()).check(film, wordy, PLAN, engine);
        assertEquals(Set.of("caption-safe-area"), codes(report));
        assertNear(finding(report, "caption-safe-area"), 1, 3, 0.001);
    }
}
