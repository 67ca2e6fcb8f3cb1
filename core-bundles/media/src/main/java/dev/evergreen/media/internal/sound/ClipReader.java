package dev.evergreen.media.internal.sound;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AudioReader;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.SampleSource;
import dev.evergreen.media.internal.av.SoundFilter;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A clip's samples with its effects, gain and fades, one block after the other. */
final class ClipReader implements AutoCloseable {
    /** +80 dB over full scale. */
    private static final float LOUDEST = 10_000;

    private final AudioClip clip;
    private final SampleSource source;
    private final ClipGain gain;
    private long at;

    /**
     * @param skip samples of the clip that are not read; effects that remember hear nothing of them
     */
    ClipReader(AudioClip clip, Crossing crossing, long skip, FrameRate rate, BlobReader blobs, Plugins plugins)
            throws MediaException {
        this.clip = clip;
        at = skip;
        gain = new ClipGain(clip, crossing);
        try {
            source = opened(clip, skip, rate, blobs, plugins);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "The sound of clip " + clip.id() + " is missing: " + e.getMessage(),
                    e);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    "The sound of clip " + clip.id() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static SampleSource opened(AudioClip clip, long skip, FrameRate rate, BlobReader blobs, Plugins plugins)
            throws IOException, MediaException {
        SampleSource source = new AudioReader(blobs.path(clip.digest()), clip.inPointSample() + skip);
        try {
            for (EffectUse use : clip.effects()) {
                AudioEffect effect = plugins.audioEffect(use.pluginId());
                EffectRequest request = new EffectRequest(use.parameters(), use.curves(), clip.durationSamples(), 0);
                MediaFormat format = new MediaFormat(2, 2, rate, 2);
                FilterGraph graph = plugins.call(use.pluginId(), () -> effect.render(request, format));
                int delay = plugins.call(use.pluginId(), () -> effect.delaySamples(request, format));
                source = filtered(use.pluginId(), graph, delay, source);
            }
            return source;
        } catch (MediaException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static SampleSource filtered(String pluginId, FilterGraph graph, int delay, SampleSource source)
            throws MediaException {
        try {
            return new SoundFilter(graph, delay, source);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The effect " + pluginId + " asks for filters that cannot work: " + e.getMessage(),
                    e);
        }
    }

    AudioClip clip() {
        return clip;
    }

    /** Reads the next {@code n} samples of the clip; silence where its source has ended. */
    void read(float[] left, float[] right, int n) throws MediaException {
        try {
            int got = source.read(left, right, 0, n);
            Arrays.fill(left, got, n, 0);
            Arrays.fill(right, got, n, 0);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The sound of clip " + clip.id() + " cannot be made: " + e.getMessage(),
                    e);
        }
        if (!clip.effects().isEmpty()) {
            refuseNoise(left, right, n);
        }
        gain.apply(at, left, right, n);
        at += n;
    }

    /** One impossible sample would silence the whole film, as sums with it are impossible too. */
    private void refuseNoise(float[] left, float[] right, int n) throws MediaException {
        for (int i = 0; i < n; i++) {
            // False also for what is no number.
            if (!(Math.abs(left[i]) <= LOUDEST && Math.abs(right[i]) <= LOUDEST)) {
                throw new MediaException(
                        MediaException.Kind.PLUGIN_FAILED,
                        "The effects of clip " + clip.id() + " ("
                                + clip.effects().stream()
                                        .map(EffectUse::pluginId)
                                        .collect(Collectors.joining(", "))
                                + ") give samples beyond any level at " + (at + i) / (double) FrameRate.SAMPLE_RATE
                                + " s; remove them one by one to find the one");
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
