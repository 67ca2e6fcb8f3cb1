package dev.evergreen.media.internal.sound;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a clip's sound crosses into its neighbours'. Where a transition joins two moving pictures that both bring their own sound, the first
 * one's sound goes on under the transition, as its picture does, and both cross over with equal power.
 *
 * @param in samples in which it comes up; 0 for its own fade
 * @param out samples that it goes on past its end while it goes; 0 for none
 */
public record Crossing(long in, long out) {
    public static final Crossing NONE = new Crossing(0, 0);

    /** By the ids of the audio clips; those that cross nowhere are not there. */
    public static Map<String, Crossing> of(TimelineSnapshot timeline) {
        Map<String, Crossing> crossings = new TreeMap<>();
        if (timeline.visualTracks().isEmpty()) {
            return crossings;
        }
        List<AudioClip> sounds = timeline.audioTracks().stream()
                .flatMap(track -> track.clips().stream())
                .toList();
        FrameRate rate = timeline.canvas().frameRate();
        List<VisualClip> clips = timeline.visualTracks().get(0).clips();
        for (int i = 0; i + 1 < clips.size(); i++) {
            VisualClip leaving = clips.get(i);
            VisualClip coming = clips.get(i + 1);
            TransitionUse way = leaving.transition();
            if (way != null && coming.startFrame() == leaving.endFrame()) {
                Optional<AudioClip> first = own(sounds, leaving, rate).filter(sound -> endsWith(sound, leaving, rate));
                Optional<AudioClip> second = own(sounds, coming, rate);
                long length = rate.sampleAt(coming.startFrame() + way.frames()) - rate.sampleAt(coming.startFrame());
                if (first.isPresent() && second.isPresent()) {
                    crossings.merge(first.get().id(), new Crossing(0, length), Crossing::with);
                    crossings.merge(second.get().id(), new Crossing(length, 0), Crossing::with);
                }
            }
        }
        return crossings;
    }

    private Crossing with(Crossing other) {
        return new Crossing(Math.max(in, other.in), Math.max(out, other.out));
    }

    /** The sound that starts with a moving picture and comes from the same file. */
    private static Optional<AudioClip> own(List<AudioClip> sounds, VisualClip clip, FrameRate rate) {
        if (!(clip.source() instanceof MediaSource media) || !media.moving()) {
            return Optional.empty();
        }
        return sounds.stream()
                .filter(sound -> sound.digest().equals(media.digest())
                        && together(sound.startSample(), rate.sampleAt(clip.startFrame()), rate))
                .findFirst();
    }

    private static boolean endsWith(AudioClip sound, VisualClip clip, FrameRate rate) {
        return together(sound.endSample(), rate.sampleAt(clip.endFrame()), rate);
    }

    /** Within a frame: sound may be cut at any sample, pictures only at frames. */
    private static boolean together(long sample, long other, FrameRate rate) {
        return Math.abs(sample - other) < rate.sampleAt(1);
    }

    /** The clip as long as it is heard. */
    AudioClip heard(AudioClip clip) {
        return out == 0
                ? clip
                : new AudioClip(
                        clip.id(),
                        clip.digest(),
                        clip.startSample(),
                        clip.durationSamples() + out,
                        clip.inPointSample(),
                        clip.gain(),
                        clip.fadeInSamples(),
                        clip.fadeOutSamples(),
                        clip.role(),
                        clip.effects());
    }
}
