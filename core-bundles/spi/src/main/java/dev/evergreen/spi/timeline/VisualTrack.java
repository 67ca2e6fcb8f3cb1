package dev.evergreen.spi.timeline;

import java.util.List;

/**
 * Pictures one after the other.
 *
 * @param id stable over edits, unique in the timeline
 * @param clips in order of time, without overlap
 */
public record VisualTrack(String id, List<VisualClip> clips) {
    public VisualTrack {
        Check.id("A visual track", id);
        clips = List.copyOf(clips);
        for (int i = 1; i < clips.size(); i++) {
            VisualClip before = clips.get(i - 1);
            VisualClip clip = clips.get(i);
            Check.require(
                    before.endFrame() <= clip.startFrame(),
                    "Clip " + clip.id() + " starts at frame " + clip.startFrame() + ", before clip " + before.id()
                            + " ends at frame " + before.endFrame());
            TransitionUse way = before.transition();
            Check.require(
                    way == null || before.endFrame() != clip.startFrame() || way.frames() <= clip.durationFrames(),
                    "The transition of clip " + before.id() + " is longer than clip " + clip.id()
                            + ", which it leads to");
        }
    }
}
