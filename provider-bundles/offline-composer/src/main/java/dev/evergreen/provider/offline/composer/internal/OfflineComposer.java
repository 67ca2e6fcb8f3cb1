package dev.evergreen.provider.offline.composer.internal;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Composes and plays a music bed. Deterministic: mood, length and seed decide every sample. */
@Component(property = ProviderProperties.PLUGIN_ID + "=offline-composer")
public final class OfflineComposer implements MusicComposer {
    static final int RATE = 48_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final double PEAK = 0.7;
    private static final double LAST_FADE_SECONDS = 1.6;
    private static final int NOTES_BETWEEN_LOOKS = 16;

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(
                "bed", "Music bed", Offer.Tier.DRAFT, "local", false, Map.of("moods", String.join(",", Mood.words()))));
    }

    @Override
    public Support<MusicRequest> support(MusicRequest request, Offer offer) {
        if (request.duration().compareTo(LONGEST) > 0) {
            return Support.no(
                    "duration " + request.duration().toSeconds() + " s: at most " + LONGEST.toSeconds() + " s");
        }
        if (request.duration().compareTo(SHORTEST) < 0) {
            return Support.no(
                    "duration " + request.duration().toMillis() + " ms: at least " + SHORTEST.toMillis() + " ms");
        }
        return Support.yes();
    }

    @Override
    public Quote quote(MusicRequest request, Offer offer) {
        return Quote.free(Duration.ofMillis(300 + request.duration().toSeconds() * 25));
    }

    @Override
    public Outcome<SoundResult> execute(MusicRequest request, Offer offer, CallContext call) throws ProviderException {
        double seconds = request.duration().toNanos() / 1e9;
        float[] left = new float[(int) Math.round(seconds * RATE)];
        float[] right = new float[left.length];
        List<Note> notes = Composition.write(Mood.of(request.mood()), seconds, request.seed());
        Instruments instruments = new Instruments(left, right, RATE);
        for (int i = 0; i < notes.size(); i++) {
            if (i % NOTES_BETWEEN_LOOKS == 0) {
                call.throwIfCancelled();
                call.progress(0.8 * i / notes.size());
            }
            instruments.play(notes.get(i));
        }
        Room.add(left, right, RATE);
        master(left, right);
        call.throwIfCancelled();
        Path file = call.workspace().newFile(".wav");
        try {
            WaveFiles.write(new WaveFiles.Sound(RATE, new float[][] {left, right}), file);
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE, "Cannot write the music " + file + ": " + e.getMessage(), e);
        }
        return Outcome.done(new SoundResult(new MediaFile(file, "audio/wav"), request.duration()));
    }

    private static void master(float[] left, float[] right) {
        float peak = 1e-6f;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        int fade = (int) Math.min(left.length / 2.0, LAST_FADE_SECONDS * RATE);
        for (int i = 0; i < left.length; i++) {
            double towardsEnd = Math.min(1, (double) (left.length - 1 - i) / fade);
            float gain = (float) (PEAK / peak * towardsEnd * towardsEnd * (3 - 2 * towardsEnd));
            left[i] *= gain;
            right[i] *= gain;
        }
    }
}
