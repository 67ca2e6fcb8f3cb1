package dev.evergreen.provider.google.speech.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code {"error": {"code", "message", "status"}}} (google.rpc.Status), and {@code {"error", "error_description"}} where tokens are given
 * (RFC 6749, 5.2), which is always about the key.
 */
final class GoogleErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        Optional<String> grant = body.flatMap(error -> error.optionalText("/error"));
        if (grant.isPresent()) {
            Kind kind = answer.status() >= 500 || answer.status() == 429
                    ? Failure.kindOf(answer.status())
                    : Kind.AUTHENTICATION;
            return Failure.of(kind, grant.get(), body.get().text("/error_description", ""), answer);
        }
        String status = body.map(error -> error.text("/error/status", "")).orElse("");
        String message = body.map(error -> error.text("/error/message", "")).orElse(answer.text());
        return Failure.of(kind(answer.status(), status, message), status, message, answer);
    }

    private static Kind kind(int code, String status, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return switch (status) {
            case "INVALID_ARGUMENT" ->
                lower.contains("does not exist") || lower.contains("limit") ? Kind.UNSUPPORTED : Kind.INVALID_REQUEST;
            case "FAILED_PRECONDITION", "UNAUTHENTICATED" -> Kind.AUTHENTICATION;
            case "PERMISSION_DENIED" -> lower.contains("billing") ? Kind.QUOTA_EXHAUSTED : Kind.AUTHENTICATION;
            case "RESOURCE_EXHAUSTED" -> Kind.RATE_LIMITED;
            case "NOT_FOUND", "UNIMPLEMENTED" -> Kind.UNSUPPORTED;
            case "UNAVAILABLE" -> Kind.OVERLOADED;
            default -> Failure.kindOf(code);
        };
    }
}
