package dev.evergreen.provider.offline.composer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ProviderContract;
import dev.evergreen.tck.TestCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineComposerTest extends ProviderContract<MusicRequest, SoundResult> {
    private static final int WINDOW = 480;

    @TempDir
    Path music;

    @Nested
    class Descriptors extends DescriptorContract {}

    @Override
    protected Provider<MusicRequest, SoundResult> provider() {
        return new OfflineComposer();
    }

    @Override
    protected MusicRequest request() {
        return new MusicRequest("wonder", "", Duration.ofMillis(12_345), 3);
    }

    @Override
    protected List<MusicRequest> unsupported() {
        return List.of(
                new MusicRequest("calm", "", Duration.ofHours(2), 1),
                new MusicRequest("calm", "", Duration.ofMillis(10), 1));
    }

    @Override
    protected boolean deterministic() {
        return true;
    }

    @Override
    protected void check(MusicRequest request, SoundResult result) throws IOException {
        WaveFiles.Sound sound = WaveFiles.read(result.audio().path());
        assertEquals(Math.round(12.345 * 48_000), sound.length(), "as long as asked for, to the sample");
        beginsAndEndsQuietlyAndNeverClips(sound);
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void everyMoodPlaysThroughout(Mood mood) throws Exception {
        WaveFiles.Sound sound = play(new MusicRequest(mood.word(), "", Duration.ofSeconds(20), 11), mood.word());
        beginsAndEndsQuietlyAndNeverClips(sound);
        for (int second = 1; second < 18; second++) {
            assertTrue(loudest(sound, second * 48_000, 48_000) > 0.01, mood + " is silent in second " + second);
        }
        assertTrue(sharpestStep(sound) < 0.35, mood + " clicks");
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 2_000, 4_500, 61_037})
    void lengthIsExact(long milliseconds) throws Exception {
        WaveFiles.Sound sound =
                play(new MusicRequest("calm", "", Duration.ofMillis(milliseconds), 5), "m" + milliseconds);
        assertEquals(Math.round(milliseconds * 48.0), sound.length());
    }

    private WaveFiles.Sound play(MusicRequest request, String name) throws Exception {
        OfflineComposer composer = new OfflineComposer();
        Outcome<SoundResult> outcome = composer.execute(
                request, composer.offers().get(0), new TestCall(Files.createDirectory(music.resolve(name))));
        return WaveFiles.read(
                ((Outcome.Done<SoundResult>) outcome).result().audio().path());
    }

    private static void beginsAndEndsQuietlyAndNeverClips(WaveFiles.Sound sound) {
        assertTrue(loudest(sound, 0, 48) < 0.05, "it begins from silence");
        assertTrue(loudest(sound, sound.length() - WINDOW, WINDOW) < 0.02, "it ends in silence");
        double peak = loudest(sound, 0, sound.length());
        assertTrue(peak > 0.5 && peak < 0.75, "peak " + peak);
    }

    /** The largest step between two neighbouring samples: a click is a step that music does not make. */
    private static double sharpestStep(WaveFiles.Sound sound) {
        double sharpest = 0;
        float[] left = sound.channels()[0];
        for (int i = 1; i < left.length; i++) {
            sharpest = Math.max(sharpest, Math.abs(left[i] - left[i - 1]));
        }
        return sharpest;
    }

    private static double loudest(WaveFiles.Sound sound, int from, int length) {
        double loudest = 0;
        for (float[] channel : sound.channels()) {
            for (int i = from; i < Math.min(from + length, channel.length); i++) {
                loudest = Math.max(loudest, Math.abs(channel[i]));
            }
        }
        return loudest;
    }
}
