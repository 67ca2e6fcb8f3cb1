package dev.evergreen.media.internal.check;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AudioReader;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Measures by how much a film's speech comes late. The onsets of the first spoken clip's own recording are looked for in the
 * film's sound around their place in the timeline: where both fit best is where the speech is heard. Onsets (rises of level
 * within 10 ms) stand out of music that lies under them.
 */
final class SyncMeter {
    private static final int BLOCK = FrameRate.SAMPLE_RATE / 200;
    /** Half a second either way. */
    private static final int REACH = 100;

    private static final int LONGEST = 12 * 200;
    private static final int SHORTEST = 100;
    /** A fit below is chance. */
    private static final double SURE = 0.4;

    private static final double FLOOR = 1e-7;

    private SyncMeter() {}

    /**
     * @param place of the clip in the film, in samples
     * @param lateMilliseconds negative where the speech is heard too early
     */
    record Offset(long place, int lateMilliseconds) {}

    /** Empty where nobody speaks or the speech cannot be made out. */
    static Optional<Offset> measure(Path film, TimelineSnapshot timeline, BlobReader blobs) throws MediaException {
        Optional<AudioClip> first = timeline.audioTracks().stream()
                .map(AudioTrack::clips)
                .flatMap(clips -> clips.stream())
                .filter(clip -> clip.role() == AudioRole.VOICE && clip.effects().isEmpty())
                .filter(clip -> clip.durationSamples() >= (long) SHORTEST * BLOCK)
                .min(Comparator.comparingLong(AudioClip::startSample));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        AudioClip clip = first.get();
        int blocks = (int) Math.min(LONGEST, clip.durationSamples() / BLOCK);
        long from = clip.startSample() - (long) REACH * BLOCK;
        try {
            double[] spoken = onsets(blobs.path(clip.digest()), clip.inPointSample(), blocks);
            double[] heard = onsets(film, from, blocks + 2 * REACH);
            return best(spoken, heard).map(lag -> new Offset(clip.startSample(), lag * 1000 / 200));
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "The sound of clip " + clip.id() + " is missing: " + e.getMessage(),
                    e);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE, "The sound of " + film + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Integer> best(double[] spoken, double[] heard) {
        double highest = 0;
        int at = 0;
        for (int lag = 0; lag <= 2 * REACH; lag++) {
            double product = 0;
            double own = 0;
            double other = 0;
            for (int i = 0; i < spoken.length; i++) {
                product += spoken[i] * heard[i + lag];
                own += spoken[i] * spoken[i];
                other += heard[i + lag] * heard[i + lag];
            }
            double fit = own == 0 || other == 0 ? 0 : product / Math.sqrt(own * other);
            if (fit > highest) {
                highest = fit;
                at = lag;
            }
        }
        return highest < SURE ? Optional.empty() : Optional.of(at - REACH);
    }

    /** How far the level rises in each block, in powers of ten; before the file's start and after its end nothing does. */
    private static double[] onsets(Path file, long from, int blocks) {
        double[] level = new double[blocks];
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        int before = (int) Math.max(0, Math.min(blocks, -from / BLOCK));
        Arrays.fill(level, Math.log10(FLOOR));
        try (AudioReader reader = new AudioReader(file, Math.max(0, from))) {
            for (int i = before; i < blocks; i++) {
                int got = reader.read(left, right, 0, BLOCK);
                double power = FLOOR;
                for (int j = 0; j < got; j++) {
                    power += (left[j] * left[j] + right[j] * right[j]) / (2.0 * BLOCK);
                }
                level[i] = Math.log10(power);
            }
        }
        double[] rises = new double[blocks];
        for (int i = 2; i < blocks; i++) {
            rises[i] = Math.max(0, level[i] - level[i - 2]);
        }
        return rises;
    }
}
