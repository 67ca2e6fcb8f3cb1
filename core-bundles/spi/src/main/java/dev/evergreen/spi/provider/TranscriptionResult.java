package dev.evergreen.spi.provider;

import java.util.List;

/**
 * @param text all words
 * @param language BCP 47 tag of what was heard
 * @param words times, with indexes into {@code text}
 */
public record TranscriptionResult(String text, String language, List<WordTiming> words) implements Result {
    public TranscriptionResult {
        words = List.copyOf(words);
    }
}
