package dev.evergreen.spi.timeline;

import java.util.List;
import java.util.Objects;

/**
 * Words to read for a time.
 *
 * @param id stable over edits, unique in the timeline
 * @param text what is shown; line breaks in it are kept
 * @param startFrame on the timeline, from 0
 * @param durationFrames at least 1
 * @param speaker who speaks; empty where nobody is named
 * @param styleId the id of one of the timeline's caption styles
 * @param words when each word is spoken, in order; empty where that is not known
 */
public record CaptionClip(
        String id,
        String text,
        long startFrame,
        long durationFrames,
        String speaker,
        String styleId,
        List<WordTiming> words) {
    public CaptionClip {
        Check.id("A caption", id);
        Check.require(text != null && !text.isBlank(), "The caption " + id + " has no text");
        Check.atLeast("The start frame of caption " + id, startFrame, 0);
        Check.atLeast("The length in frames of caption " + id, durationFrames, 1);
        Objects.requireNonNull(speaker, "The caption " + id + " has a null speaker; give an empty one");
        Check.require(styleId != null && !styleId.isBlank(), "The caption " + id + " names no style");
        words = List.copyOf(words);
    }

    /** The first frame after it. */
    public long endFrame() {
        return startFrame + durationFrames;
    }
}
