package dev.evergreen.media.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.PreviewRequest;
import dev.evergreen.media.internal.preview.LivePreview;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview is held against the film of the same timeline, both decoded. */
class LivePreviewTest {
    private static final Canvas CANVAS = new Canvas(480, 270, FrameRate.FPS_30, Colour.BLACK);

    /** Within the transition between the first two clips, while music and voice sound. */
    private static final int FROM = 96;

    @TempDir
    Path folder;

    @Test
    void itShowsAndSoundsWhatTheFilmDoes() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            TimelineSnapshot story = RendererTest.story(engine, CANVAS, "And the tide came in.");
            Path film = engine.render(story, TestEngine.mp4("ultrafast"), folder.resolve("film.mp4"))
                    .film();
            Path part = Files.write(folder.resolve("part.mp4"), preview(engine, story, FROM, 60));
            BufferedImage end = TestMedia.frame(folder, film, FROM + 59);
            double other = distance(TestMedia.frame(folder, part, 0), end);
            for (int frame : new int[] {0, 3, 40}) {
                BufferedImage shown = TestMedia.frame(folder, part, frame);
                double distance = distance(shown, TestMedia.frame(folder, film, FROM + frame));
                assertTrue(
                        distance < other / 3, "frame " + frame + " differs by " + distance + ", another by " + other);
            }
            float[] heard = TestMedia.decoded(folder, part);
            float[] filmed = TestMedia.decoded(folder, film);
            assertEquals(96_000, heard.length, 1024);
            assertEquals(0, lag(heard, filmed, FROM * 1600), 24, "samples by which the sound is late");
        }
    }

    @Test
    void fragmentsComeOneByOne() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            TimelineSnapshot story = RendererTest.story(engine, CANVAS, "And the tide came in.");
            String boxes = new String(preview(engine, story, 200, 1000), StandardCharsets.ISO_8859_1);
            assertTrue(boxes.indexOf("moov") < boxes.indexOf("moof"), "the first fragment stands before the index");
            int fragments = boxes.split("moof", -1).length - 1;
            assertTrue(fragments >= 3, "40 frames came in " + fragments + " fragments");
            Path part = Files.write(folder.resolve("part.mp4"), boxes.getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(
                    TestMedia.ffmpeg(folder, "-i", part.toString(), "-f", "null", "-", "-stats")
                            .contains("frame=   40"),
                    "it ends with the timeline");
        }
    }

    @Test
    void aViewerWhoGoesEndsIt() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            TimelineSnapshot story = RendererTest.story(engine, CANVAS, "And the tide came in.");
            IOException gone = new IOException("connection reset");
            OutputStream closed = new OutputStream() {
                private int fragments;

                @Override
                public void write(int value) {}

                @Override
                public void flush() throws IOException {
                    if (++fragments == 2) {
                        throw gone;
                    }
                }
            };
            LivePreview preview = new LivePreview(engine.plugins, new Fonts(), 1 << 28);
            assertSame(
                    gone,
                    assertThrows(
                            IOException.class,
                            () -> preview.play(new PreviewRequest(story, 0, 200, 270), engine, closed)));
            preview.close();
        }
    }

    /** No file is read again: the pictures elsewhere are ready when their place is played. */
    @Test
    void picturesElsewhereAreDecodedMeanwhile() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            TimelineSnapshot story = RendererTest.story(engine, CANVAS, "And the tide came in.");
            Set<String> pictures = new HashSet<>();
            for (VisualClip clip : story.visualTracks().get(0).clips()) {
                if (clip.source() instanceof LayeredSource layered) {
                    layered.layers().forEach(layer -> pictures.add(layer.digest()));
                } else {
                    pictures.add(((MediaSource) clip.source()).digest());
                }
            }
            AtomicInteger read = new AtomicInteger();
            // Four files, the ground of the first clip once more for the third.
            CountDownLatch all = new CountDownLatch(5);
            BlobReader files = digest -> {
                if (pictures.contains(digest)) {
                    read.incrementAndGet();
                    all.countDown();
                }
                return engine.path(digest);
            };
            LivePreview preview = new LivePreview(engine.plugins, new Fonts(), 1 << 28);
            preview.play(new PreviewRequest(story, 0, 1, 270), files, OutputStream.nullOutputStream());
            assertTrue(all.await(60, TimeUnit.SECONDS), "only " + read + " pictures were read");
            int frames = (int) story.durationFrames();
            preview.play(new PreviewRequest(story, 0, frames, 270), files, OutputStream.nullOutputStream());
            assertEquals(5, read.get());
            preview.close();
        }
    }

    private static byte[] preview(TestEngine engine, TimelineSnapshot story, long from, int frames) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LivePreview preview = new LivePreview(engine.plugins, new Fonts(), 1 << 28);
        preview.play(new PreviewRequest(story, from, frames, 270), engine, bytes);
        preview.close();
        return bytes.toByteArray();
    }

    /** Mean difference of all channels. */
    private static double distance(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    /** By how many samples the part must be moved to fit the whole best. */
    private static int lag(float[] part, float[] whole, int from) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int lag = -1200; lag <= 1200; lag++) {
            double sum = 0;
            for (int i = 12_000; i < 84_000; i++) {
                sum += part[i + lag] * whole[from + i];
            }
            if (sum > highest) {
                highest = sum;
                best = lag;
            }
        }
        return best;
    }
}
