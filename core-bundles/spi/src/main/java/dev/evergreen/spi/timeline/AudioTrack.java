package dev.evergreen.spi.timeline;

import java.util.List;

/**
 * Sounds; those that overlap are mixed.
 *
 * @param id stable over edits, unique in the timeline
 * @param clips in order of their starts
 * @param muted whether the film is made without them
 */
public record AudioTrack(String id, List<AudioClip> clips, boolean muted) {
    public AudioTrack {
        Check.id("An audio track", id);
        clips = List.copyOf(clips);
        for (int i = 1; i < clips.size(); i++) {
            Check.require(
                    clips.get(i - 1).startSample() <= clips.get(i).startSample(),
                    "Audio clip " + clips.get(i).id() + " stands after clip "
                            + clips.get(i - 1).id() + ", but starts before it");
        }
    }

    /** A track that is heard. */
    public AudioTrack(String id, List<AudioClip> clips) {
        this(id, clips, false);
    }
}
