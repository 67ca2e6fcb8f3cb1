package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.spi.provider.WordTiming;
import java.util.List;

/**
 * Mono sound.
 *
 * @param samples -1 to 1
 * @param rate samples a second
 * @param words when each word is heard, empty where that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // a private hand-over within one call; nobody compares or keeps it
record Recording(float[] samples, int rate, List<WordTiming> words) {
    double seconds() {
        return (double) samples.length / rate;
    }
}
