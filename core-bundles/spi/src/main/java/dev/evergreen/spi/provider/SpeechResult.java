package dev.evergreen.spi.provider;

import java.time.Duration;
import java.util.List;

/**
 * @param audio the recording, any sample rate, no long silence at its ends
 * @param voice id of the voice that spoke
 * @param duration length of the recording
 * @param words when each word is heard, in order; empty where the provider cannot tell
 */
public record SpeechResult(MediaFile audio, String voice, Duration duration, List<WordTiming> words) implements Result {
    public SpeechResult {
        words = List.copyOf(words);
    }
}
