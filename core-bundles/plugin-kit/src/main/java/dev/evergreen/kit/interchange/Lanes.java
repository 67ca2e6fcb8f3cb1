package dev.evergreen.kit.interchange;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Sounds in lanes of which none overlap, in whole frames, as other programs want them. */
public final class Lanes {
    private Lanes() {}

    /**
     * A sound in a lane, in frames of the canvas's rate.
     *
     * @param clip what is heard
     * @param start on the timeline
     * @param end the first frame after it
     * @param in where in the source it starts
     */
    public record Sound(AudioClip clip, long start, long end, long in) {}

    /** Each track's lanes, in the order of the tracks. */
    public static List<List<Sound>> of(TimelineSnapshot timeline) {
        FrameRate rate = timeline.canvas().frameRate();
        List<List<Sound>> lanes = new ArrayList<>();
        for (AudioTrack track : timeline.audioTracks()) {
            List<List<Sound>> own = new ArrayList<>();
            for (AudioClip clip : track.clips()) {
                long start = frame(clip.startSample(), rate);
                long end = Math.max(start + 1, frame(clip.endSample(), rate));
                Sound sound = new Sound(clip, start, end, frame(clip.inPointSample(), rate));
                List<Sound> free = own.stream()
                        .filter(lane -> lane.get(lane.size() - 1).end() <= start)
                        .findFirst()
                        .orElseGet(() -> {
                            List<Sound> added = new ArrayList<>();
                            own.add(added);
                            return added;
                        });
                free.add(sound);
            }
            lanes.addAll(own);
        }
        return lanes;
    }

    private static long frame(long sample, FrameRate rate) {
        return Math.round((double) sample / FrameRate.SAMPLE_RATE * rate.numerator() / rate.denominator());
    }
}
