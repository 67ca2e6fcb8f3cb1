package dev.evergreen.media.internal.sound;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.render.Stop;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Adds up all clips of a film, music under voices. */
final class Mixer {
    /** One second. */
    static final int BLOCK = 48_000;

    private final List<AudioClip> clips;
    private final Map<String, Crossing> crossings;
    private final FrameRate rate;
    private final BlobReader blobs;
    private final Plugins plugins;
    private final long first;
    private final long samples;
    private final Stop stop;

    /**
     * @param first sample of the film that is mixed
     * @param samples how many are
     */
    Mixer(
            List<AudioClip> clips,
            Map<String, Crossing> crossings,
            FrameRate rate,
            BlobReader blobs,
            Plugins plugins,
            long first,
            long samples,
            Stop stop) {
        this.crossings = crossings;
        this.clips = clips.stream()
                .map(clip -> crossing(clip).heard(clip))
                .filter(clip -> clip.startSample() < first + samples && clip.endSample() > first)
                .sorted(Comparator.comparingLong(AudioClip::startSample).thenComparing(AudioClip::id))
                .toList();
        this.rate = rate;
        this.blobs = blobs;
        this.plugins = plugins;
        this.first = first;
        this.samples = samples;
        this.stop = stop;
    }

    private Crossing crossing(AudioClip clip) {
        return crossings.getOrDefault(clip.id(), Crossing.NONE);
    }

    private ClipReader reader(AudioClip clip) throws MediaException {
        return new ClipReader(clip, crossing(clip), Math.max(0, first - clip.startSample()), rate, blobs, plugins);
    }

    void mix(Sink target) throws MediaException {
        boolean music = clips.stream().anyMatch(clip -> clip.role() == AudioRole.MUSIC);
        Ducking ducking = new Ducking(music ? voicePower() : new float[0]);
        float[] duck = new float[BLOCK];
        run(clips, new Mixing() {
            private final float[] left = new float[BLOCK];
            private final float[] right = new float[BLOCK];

            @Override
            public void block(long start) {
                Arrays.fill(left, 0);
                Arrays.fill(right, 0);
            }

            @Override
            public void clip(AudioClip clip, long at, int offset, float[] l, float[] r, int n) {
                boolean ducked = clip.role() == AudioRole.MUSIC;
                if (ducked) {
                    ducking.gain(at - first, duck, n);
                }
                for (int i = 0; i < n; i++) {
                    float gain = ducked ? duck[i] : 1;
                    left[offset + i] += l[i] * gain;
                    right[offset + i] += r[i] * gain;
                }
            }

            @Override
            public void done(long start, int n) {
                target.accept(left, right, n);
            }
        });
    }

    /** The voices' mean square in blocks of the ducking. */
    private float[] voicePower() throws MediaException {
        float[] power = new float[Math.toIntExact(samples / Ducking.BLOCK + 1)];
        List<AudioClip> voices =
                clips.stream().filter(clip -> clip.role() == AudioRole.VOICE).toList();
        run(voices, new Mixing() {
            @Override
            public void clip(AudioClip clip, long at, int offset, float[] l, float[] r, int n) {
                for (int i = 0; i < n; i++) {
                    power[(int) ((at - first + i) / Ducking.BLOCK)] +=
                            (l[i] * l[i] + r[i] * r[i]) / (2 * Ducking.BLOCK);
                }
            }
        });
        return power;
    }

    private interface Mixing {
        default void block(long start) {}

        /**
         * @param at the first sample's place in the film
         * @param offset the first sample's place in the block
         */
        void clip(AudioClip clip, long at, int offset, float[] left, float[] right, int n);

        default void done(long start, int n) {}
    }

    private void run(List<AudioClip> played, Mixing mixing) throws MediaException {
        List<ClipReader> open = new ArrayList<>();
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        int next = 0;
        try {
            for (long start = first; start < first + samples; start += BLOCK) {
                stop.check();
                int n = (int) Math.min(BLOCK, first + samples - start);
                mixing.block(start);
                while (next < played.size() && played.get(next).startSample() < start + n) {
                    open.add(reader(played.get(next++)));
                }
                for (Iterator<ClipReader> i = open.iterator(); i.hasNext(); ) {
                    ClipReader reader = i.next();
                    long from = Math.max(start, reader.clip().startSample());
                    long to = Math.min(start + n, reader.clip().endSample());
                    int count = (int) (to - from);
                    reader.read(left, right, count);
                    mixing.clip(reader.clip(), from, (int) (from - start), left, right, count);
                    if (reader.clip().endSample() <= start + n) {
                        i.remove();
                        reader.close();
                    }
                }
                mixing.done(start, n);
            }
        } finally {
            open.forEach(ClipReader::close);
        }
    }
}
