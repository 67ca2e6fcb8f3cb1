package dev.evergreen.media.internal.sound;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.SoundEncoder;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.render.Stop;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.List;
import java.util.Map;

/** The sound of a part of a film, mixed as the film's and held below full scale, but not mastered. */
public final class LiveSound {
    private static final double CEILING = Math.pow(10, -1 / 20.0);

    private final List<AudioClip> clips;
    private final Map<String, Crossing> crossings;
    private final FrameRate rate;
    private final long first;
    private final long samples;
    private final BlobReader blobs;
    private final Plugins plugins;
    private final Stop stop;

    /**
     * @param clips of the whole film
     * @param crossings of those that cross into others, by their ids
     * @param first sample of the part
     * @param samples how many
     */
    public LiveSound(
            List<AudioClip> clips,
            Map<String, Crossing> crossings,
            FrameRate rate,
            long first,
            long samples,
            BlobReader blobs,
            Plugins plugins,
            Stop stop) {
        this.clips = List.copyOf(clips);
        this.crossings = Map.copyOf(crossings);
        this.first = first;
        this.rate = rate;
        this.samples = samples;
        this.blobs = blobs;
        this.plugins = plugins;
        this.stop = stop;
    }

    /** Blocks until all is encoded. */
    public void encode(SoundEncoder encoder) throws MediaException {
        Limiter limiter = new Limiter(1, CEILING);
        Sink sink = (left, right, n) -> encoder.send(left, right, 0, n);
        new Mixer(clips, crossings, rate, blobs, plugins, first, samples, stop)
                .mix((left, right, n) -> limiter.process(left, right, n, sink));
        limiter.finish(sink);
        encoder.finish();
    }
}
