package dev.evergreen.media.internal.sound;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Packet;
import dev.evergreen.media.internal.av.SoundEncoder;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.render.Stop;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes a film's sound: mixes once to a file, measures, then finds the one gain that brings the limited sound to loudness. */
public final class SoundMaster {
    /** Coding moves peaks a little; the limiter stays this much lower. */
    private static final double CODING_ROOM = 0.8;

    private static final double CLOSE_ENOUGH = 0.05;
    private static final double MOST_GAIN = 36;
    private static final int MOST_ROUNDS = 5;

    private final List<AudioClip> clips;
    private final Map<String, Crossing> crossings;
    private final FrameRate rate;
    private final long samples;
    private final BlobReader blobs;
    private final Plugins plugins;
    private final Stop stop;

    /**
     * @param crossings of those clips that cross into others, by their ids
     * @param samples the film's length
     */
    public SoundMaster(
            List<AudioClip> clips,
            Map<String, Crossing> crossings,
            FrameRate rate,
            long samples,
            BlobReader blobs,
            Plugins plugins,
            Stop stop) {
        this.crossings = Map.copyOf(crossings);
        this.clips = List.copyOf(clips);
        this.rate = rate;
        this.samples = samples;
        this.blobs = blobs;
        this.plugins = plugins;
        this.stop = stop;
    }

    /**
     * What came of it.
     *
     * @param header the encoder's parameter sets
     * @param runUp samples that players skip at the start; 0 where the packets are placed without
     * @param loudness as given to the encoder
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Mastered(byte[] header, int runUp, Loudness loudness) {}

    /**
     * @param temporary a folder with room for 23 MB a minute
     * @param packets takes the encoded sound
     */
    public Mastered master(AudioEncoding encoding, Path temporary, Consumer<Packet> packets) throws MediaException {
        try (SampleFile mix = new SampleFile(temporary)) {
            LoudnessMeter meter = new LoudnessMeter();
            new Mixer(clips, crossings, rate, blobs, plugins, 0, samples, stop).mix((left, right, n) -> {
                meter.add(left, right, n);
                mix.write(left, right, n);
            });
            double gain = gain(meter.integrated(), encoding, mix);
            return encode(encoding, mix, gain, packets);
        } catch (IOException | UncheckedIOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The sound cannot be mixed in " + temporary + ": " + e.getMessage() + "; free some space",
                    e);
        } catch (AvException e) {
            throw new MediaException(MediaException.Kind.ENGINE, "The sound cannot be encoded: " + e.getMessage(), e);
        }
    }

    /** The gain in decibels after which the limited sound has the wanted loudness. */
    private double gain(double measured, AudioEncoding encoding, SampleFile mix) throws MediaException {
        if (Double.isInfinite(measured)) {
            return 0;
        }
        double gain = Math.min(MOST_GAIN, encoding.loudness() - measured);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            stop.check();
            Limiter limiter = limiter(gain, encoding);
            LoudnessMeter meter = new LoudnessMeter();
            mix.replay((left, right, n) -> limiter.process(left, right, n, meter::add));
            limiter.finish(meter::add);
            double missing = encoding.loudness() - meter.integrated();
            if (Math.abs(missing) < CLOSE_ENOUGH || limiter.lowestGain() == 1 || gain >= MOST_GAIN) {
                break;
            }
            gain = Math.min(MOST_GAIN, gain + missing);
        }
        return gain;
    }

    private static Limiter limiter(double gain, AudioEncoding encoding) {
        return new Limiter(Math.pow(10, gain / 20), Math.pow(10, (encoding.truePeak() - CODING_ROOM) / 20));
    }

    private Mastered encode(AudioEncoding encoding, SampleFile mix, double gain, Consumer<Packet> packets) {
        LoudnessMeter meter = new LoudnessMeter();
        PeakMeter peaks = new PeakMeter();
        boolean plain = encoding.codec() == AudioCodec.AAC;
        long[] shift = {0};
        Consumer<Packet> placed = packet -> {
            // Only what starts inside the film; the encoder's own tail is of no use to anybody.
            if (packet.pts() + shift[0] < samples) {
                packets.accept(new Packet(
                        packet.pts() + shift[0],
                        packet.dts() + shift[0],
                        packet.duration(),
                        packet.flags(),
                        packet.data()));
            }
        };
        try (SoundEncoder encoder = new SoundEncoder(encoding, placed)) {
            // MP4 without edit lists cannot tell players to skip the run-up; it takes the place of the first 21 ms.
            shift[0] = plain ? encoder.runUp() : 0;
            Skipping skipping = new Skipping(shift[0], encoder::send);
            Sink sink = (left, right, n) -> {
                meter.add(left, right, n);
                peaks.add(left, right, n);
                skipping.accept(left, right, n);
            };
            Limiter limiter = limiter(gain, encoding);
            mix.replay((left, right, n) -> limiter.process(left, right, n, sink));
            limiter.finish(sink);
            encoder.finish();
            return new Mastered(
                    encoder.header(), plain ? 0 : encoder.runUp(), new Loudness(meter.integrated(), peaks.decibels()));
        }
    }

    /** Leaves out the first samples and lets the next come up softly. */
    private static final class Skipping implements Sink {
        private static final int SOFT = 240;

        private interface Target {
            void send(float[] left, float[] right, int offset, int n);
        }

        private final Target target;
        private final long skip;
        private long at;

        Skipping(long skip, Target target) {
            this.skip = skip;
            this.target = target;
        }

        @Override
        public void accept(float[] left, float[] right, int n) {
            int from = (int) Math.max(0, Math.min(n, skip - at));
            if (skip > 0 && at < skip + SOFT) {
                for (int i = from; i < n && at + i < skip + SOFT; i++) {
                    float gain = (float) (at + i - skip) / SOFT;
                    left[i] *= gain;
                    right[i] *= gain;
                }
            }
            at += n;
            if (n > from) {
                target.send(left, right, from, n - from);
            }
        }
    }

    /** The highest true peak of both channels. */
    private static final class PeakMeter {
        private final TruePeak left = new TruePeak();
        private final TruePeak right = new TruePeak();
        private float highest;

        void add(float[] fromLeft, float[] fromRight, int n) {
            for (int i = 0; i < n; i++) {
                highest = Math.max(highest, Math.max(left.next(fromLeft[i]), right.next(fromRight[i])));
            }
        }

        double decibels() {
            return highest == 0 ? Double.NEGATIVE_INFINITY : 20 * Math.log10(highest);
        }
    }
}
