package dev.evergreen.provider.offline.narrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolishTest {
    private static final List<WordTiming> ONE_WORD =
            List.of(new WordTiming(0, 4, Duration.ofMillis(500), Duration.ofMillis(900)));

    @Test
    void murmurBeforeTheFirstWordIsCutOff() {
        float[] sound = new float[Polish.RATE];
        tone(sound, 0.2, 0.5, 0.02);
        tone(sound, 0.5, 0.9, 0.4);

        Recording polished = Polish.polish(new Recording(sound, Polish.RATE, ONE_WORD));

        assertEquals(0.06, polished.words().get(0).from().toNanos() / 1e9, 0.001);
        assertEquals(0.49, polished.seconds(), 0.005);
    }

    @Test
    void theFirstSoundOfAWordThatComesEarlyStays() {
        float[] sound = new float[Polish.RATE];
        tone(sound, 0.46, 0.9, 0.4);

        Recording polished = Polish.polish(new Recording(sound, Polish.RATE, ONE_WORD));

        assertEquals(0.06, polished.words().get(0).from().toNanos() / 1e9, 0.001);
        assertTrue(Math.abs(loudest(polished.samples(), 0.03, 0.05)) > 0.05, "its beginning is heard");
    }

    @Test
    void silenceBecomesAShortRecording() {
        Recording polished = Polish.polish(new Recording(new float[0], Polish.RATE, List.of()));
        assertEquals(0, polished.samples().length);
    }

    private static void tone(float[] sound, double from, double to, double level) {
        for (int i = (int) (from * Polish.RATE); i < to * Polish.RATE; i++) {
            sound[i] = (float) (level * Math.sin(2 * Math.PI * 300 * i / Polish.RATE));
        }
    }

    private static float loudest(float[] sound, double from, double to) {
        float loudest = 0;
        for (int i = (int) (from * Polish.RATE); i < to * Polish.RATE; i++) {
            loudest = Math.max(loudest, Math.abs(sound[i]));
        }
        return loudest;
    }
}
