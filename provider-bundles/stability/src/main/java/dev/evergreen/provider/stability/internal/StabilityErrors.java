package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code {"id", "name", "errors": ["sentence"]}}. What the vendor itself refuses costs nothing. */
final class StabilityErrors implements ErrorMapper {
    private final Duration shutOut;

    /** @param shutOut for how long an account is turned away that has asked too often; answers do not say it */
    StabilityErrors(Duration shutOut) {
        this.shutOut = shutOut;
    }

    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String code = body.map(error -> error.text("/name", "")).orElse("");
        String message = body.map(error -> sentences(error.list("/errors"))).orElse(answer.text());
        Kind kind = kind(answer.status(), code);
        Failure plain = Failure.of(kind, code, message, answer);
        Optional<Duration> wait = kind == Kind.RATE_LIMITED ? Optional.of(shutOut) : Optional.empty();
        return new Failure(
                kind,
                code,
                message,
                plain.retryAfter().or(() -> wait),
                code.isEmpty() ? Optional.empty() : Optional.of(Money.free()));
    }

    private static String sentences(List<JsonAnswer> errors) {
        return errors.stream().map(error -> error.text("", "")).collect(Collectors.joining("; "));
    }

    private static Kind kind(int status, String code) {
        return switch (code) {
            case "content_moderation", "public_figure" -> Kind.CONTENT_REJECTED;
            case "payment_required" -> Kind.QUOTA_EXHAUSTED;
            case "invalid_language", "payload_too_large" -> Kind.UNSUPPORTED;
            default -> Failure.kindOf(status);
        };
    }
}
