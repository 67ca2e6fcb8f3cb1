package dev.evergreen.spi.timeline;

import java.util.List;
import java.util.Objects;

/**
 * A sound for a time. All times are in samples at 48 kHz.
 *
 * @param id stable over edits, unique in the timeline
 * @param digest {@code sha256:} and 64 lower-case hexadecimal digits of what ingest left; a moving picture gives its sound
 * @param startSample on the timeline, from 0
 * @param durationSamples at least 1; where the source is shorter, silence follows
 * @param inPointSample where in the source the clip starts
 * @param gain the envelope, in rising order of samples; empty for 0 dB
 * @param fadeInSamples at least 0
 * @param fadeOutSamples at least 0
 * @param role what the sound is for
 * @param effects in the order in which they are applied, before gain and fades
 */
public record AudioClip(
        String id,
        String digest,
        long startSample,
        long durationSamples,
        long inPointSample,
        List<GainPoint> gain,
        long fadeInSamples,
        long fadeOutSamples,
        AudioRole role,
        List<EffectUse> effects) {
    public AudioClip {
        Check.id("An audio clip", id);
        Check.digest("The digest of audio clip " + id, digest);
        Check.atLeast("The start sample of audio clip " + id, startSample, 0);
        Check.atLeast("The length in samples of audio clip " + id, durationSamples, 1);
        Check.atLeast("The in-point of audio clip " + id, inPointSample, 0);
        Check.atLeast("The fade-in of audio clip " + id, fadeInSamples, 0);
        Check.atLeast("The fade-out of audio clip " + id, fadeOutSamples, 0);
        Objects.requireNonNull(role, "The audio clip " + id + " has no role");
        gain = List.copyOf(gain);
        for (int i = 1; i < gain.size(); i++) {
            Check.require(
                    gain.get(i - 1).sample() < gain.get(i).sample(),
                    "The gain envelope of audio clip " + id + " must rise in time, but "
                            + gain.get(i).sample() + " follows "
                            + gain.get(i - 1).sample());
        }
        effects = List.copyOf(effects);
    }

    /** The first sample after it. */
    public long endSample() {
        return startSample + durationSamples;
    }
}
