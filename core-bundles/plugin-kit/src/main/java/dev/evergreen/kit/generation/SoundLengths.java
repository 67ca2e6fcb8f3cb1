package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long sounds and music last: models know whole seconds, or one length of their own. */
final class SoundLengths {
    private SoundLengths() {}

    /** The length that will be asked for; the wanted one where the model makes none that is as long. */
    static Duration of(Model model, Duration wanted, Findings findings) {
        Optional<Duration> length = wanted.toMillis() < 1 ? Optional.empty() : Shapes.length(model, wanted);
        findings.refuseIf(
                        length.isEmpty(),
                        "the length " + wanted.toMillis() / 1000.0 + " s; " + model.id() + " makes "
                                + model.option(Shapes.SECONDS, "none") + " s")
                .warnIf(
                        length.isPresent() && !length.get().equals(wanted),
                        model.id() + " makes " + length.map(Duration::toSeconds).orElse(0L) + " s instead of "
                                + wanted.toMillis() / 1000.0 + " s");
        return length.orElse(wanted);
    }

    static Quote quote(Catalogue catalogue, Model model, Duration wanted) {
        BigDecimal seconds =
                BigDecimal.valueOf(Shapes.length(model, wanted).orElse(wanted).toSeconds());
        return Pricing.quote(
                catalogue,
                model,
                "second",
                Map.of(
                        "second",
                        seconds,
                        "minute",
                        seconds.divide(BigDecimal.valueOf(60), 12, RoundingMode.UP),
                        "run",
                        BigDecimal.ONE),
                Duration.ofSeconds(30).plus(wanted.dividedBy(4)));
    }

    static Map<String, Object> values(Model model, String prompt, Duration length, long seed) {
        return Map.of(
                "prompt",
                prompt,
                Shapes.SECONDS,
                Shapes.length(model, length).orElse(length).toSeconds(),
                "seed",
                Shapes.seed(model, seed));
    }
}
