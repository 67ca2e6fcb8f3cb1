package dev.evergreen.media.internal.compile;

import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.List;

/**
 * A caption as a segment sees it.
 *
 * @param text what is shown
 * @param language as in BCP 47
 * @param style how it looks
 * @param words those that are lit while they are spoken; empty where none is
 * @param offset the caption's first frame, counted from the segment's first
 * @param from its first frame in the segment
 * @param to the first frame after it
 */
public record PlacedCaption(
        String text, String language, CaptionStyle style, List<WordTiming> words, long offset, int from, int to) {
    public PlacedCaption {
        words = List.copyOf(words);
    }
}
