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

/** A clip's samples with its effects, gain and fades, one block after the other. */
final class ClipReader implements AutoCloseable {
    private final AudioClip clip;
    private final SampleSource source;
    private final ClipGain gain;
    private long at;

    ClipReader(AudioClip clip, FrameRate rate, BlobReader blobs, Plugins plugins) throws MediaException {
        this.clip = clip;
        gain = new ClipGain(clip);
        try {
            source = opened(clip, rate, blobs, plugins);
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

    private static SampleSource opened(AudioClip clip, FrameRate rate, BlobReader blobs, Plugins plugins)
            throws IOException, MediaException {
        SampleSource source = new AudioReader(blobs.path(clip.digest()), clip.inPointSample());
        try {
            for (EffectUse use : clip.effects()) {
                AudioEffect effect = plugins.audioEffect(use.pluginId());
                EffectRequest request = new EffectRequest(use.parameters(), use.curves(), clip.durationSamples(), 0);
                MediaFormat format = new MediaFormat(2, 2, rate, 2);
                FilterGraph graph = plugins.call(use.pluginId(), () -> effect.render(request, format));
                source = new SoundFilter(graph, source);
            }
            return source;
        } catch (MediaException | RuntimeException e) {
            source.close();
            throw e;
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
        gain.apply(at, left, right, n);
        at += n;
    }

    @Override
    public void close() {
        source.close();
    }
}
