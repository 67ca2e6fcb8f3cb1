package dev.evergreen.media.internal.av;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoReaderTest {
    private static final int FRAMES = 70;
    private static final long FRAME_BYTES = 160 * 90 * 3 / 2;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException {
        Natives.load(TestEngine.natives());
    }

    @Test
    void backwardIsDecodedOnceWhereKeyFramesAreNear() throws Exception {
        try (VideoReader reader = new VideoReader(TestMedia.counting(folder, FRAMES, 15), 20 * FRAME_BYTES);
                Picture target = new Picture(160, 90)) {
            for (int n = FRAMES - 1; n >= 0; n--) {
                assertShows(n, reader, target);
            }
            // Each stretch between key frames once with the picture after it, and the last one twice.
            assertTrue(reader.decoded() <= FRAMES + FRAMES / 15 + 15, reader.decoded() + " pictures were decoded");
        }
    }

    /** What is kept holds eight pictures, so that each round of decoding serves eight. */
    @Test
    void backwardIsBoundedWhereKeyFramesAreFar() throws Exception {
        try (VideoReader reader = new VideoReader(TestMedia.counting(folder, FRAMES, 250), 8 * FRAME_BYTES);
                Picture target = new Picture(160, 90)) {
            for (int n = FRAMES - 1; n >= 0; n--) {
                assertShows(n, reader, target);
            }
            int rounds = FRAMES / 7 + 1;
            assertTrue(
                    reader.decoded() <= rounds * (FRAMES + 1) / 2 + FRAMES,
                    reader.decoded() + " pictures were decoded");
        }
    }

    @Test
    void anyOrderShowsTheSame() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        try (VideoReader reader = new VideoReader(TestMedia.counting(folder, FRAMES, 15), 6 * FRAME_BYTES);
                Picture target = new Picture(160, 90)) {
            int n = 40;
            for (int i = 0; i < 300; i++) {
                n = random.nextInt(4) == 0 ? random.nextInt(FRAMES + 20) : Math.max(0, n + random.nextInt(-3, 4));
                assertShows(n, reader, target);
            }
        }
    }

    private static void assertShows(int frame, VideoReader reader, Picture target) {
        reader.read(frame, 30, target);
        int shown = target.plane(0).data().get(45 * target.plane(0).stride() + 80) & 255;
        assertEquals(16 + 3 * Math.min(frame, FRAMES - 1), shown, 1, "frame " + frame);
    }
}
