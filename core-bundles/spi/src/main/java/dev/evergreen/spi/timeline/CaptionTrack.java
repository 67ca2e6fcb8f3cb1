package dev.evergreen.spi.timeline;

import java.util.List;
import java.util.Objects;

/**
 * Captions of one language.
 *
 * @param id stable over edits, unique in the timeline
 * @param language as in BCP 47, such as {@code en} or {@code pt-BR}
 * @param burnedIn whether they are painted into the picture; either way they are there for side files
 * @param clips in order of time, without overlap
 */
public record CaptionTrack(String id, String language, boolean burnedIn, List<CaptionClip> clips) {
    public CaptionTrack {
        Check.id("A caption track", id);
        Objects.requireNonNull(language, "The caption track " + id + " has no language");
        clips = List.copyOf(clips);
        for (int i = 1; i < clips.size(); i++) {
            CaptionClip before = clips.get(i - 1);
            CaptionClip clip = clips.get(i);
            Check.require(
                    before.endFrame() <= clip.startFrame(),
                    "Caption " + clip.id() + " starts at frame " + clip.startFrame() + ", before caption " + before.id()
                            + " ends at frame " + before.endFrame());
        }
    }
}
