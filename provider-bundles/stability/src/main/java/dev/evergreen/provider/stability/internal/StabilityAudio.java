package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import java.math.BigDecimal;
import java.time.Duration;

/** Sound from words ({@code /v2beta/audio/stable-audio-2/text-to-audio}), of which music is one kind. */
final class StabilityAudio {
    private final StabilityAccount account;

    StabilityAudio(StabilityAccount account) {
        this.account = account;
    }

    static Duration shortest(Model model) {
        return Duration.ofSeconds(model.limit("shortest-seconds").orElse(0L));
    }

    /** With three decimals. */
    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
    }

    void check(Findings findings, String description, Duration length, Model model) {
        StabilityAccount.describe(findings, description, model);
        long longest = model.limit("longest-seconds").orElse(86_400L);
        findings.refuseIf(
                length.toMillis() > longest * 1000,
                "the length " + seconds(length) + " s; " + model.id() + " makes at most " + longest + " s");
    }

    Quote quote(Model model) {
        return account.quote(model, "sound", Duration.ofSeconds(20));
    }

    Outcome<SoundResult> make(String description, Duration length, long seed, Model model, CallContext call)
            throws ProviderException {
        Multipart form = new Multipart()
                .text("prompt", description)
                .text("duration", seconds(length).toPlainString())
                .text("seed", StabilityAccount.seed(seed));
        MediaFile sound = account.order(model, "audio", form, call);
        return Outcome.done(new SoundResult(sound, Recordings.length(sound.path())));
    }
}
