package dev.evergreen.spi.timeline;

/**
 * When a word of a caption is spoken.
 *
 * @param text the word as it stands in the caption
 * @param startFrame counted from the caption's start, from 0
 * @param durationFrames at least 0
 */
public record WordTiming(String text, long startFrame, long durationFrames) {
    public WordTiming {
        Check.require(text != null && !text.isBlank(), "A word timing has no word");
        Check.atLeast("The start frame of the word " + text, startFrame, 0);
        Check.atLeast("The length in frames of the word " + text, durationFrames, 0);
    }
}
