package dev.evergreen.provider.anthropic.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Optional;

/** {@code {"type": "error", "error": {"type", "message"}, "request_id"}}. */
final class AnthropicErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String type = body.map(error -> error.text("/error/type", "")).orElse("");
        String message = body.map(error -> error.text("/error/message", "")).orElse(answer.text());
        return Failure.of(kind(answer.status(), type, message), type, message, answer);
    }

    /** @param type the vendor's; also of errors inside a stream */
    static Kind kind(int status, String type, String message) {
        return switch (type) {
            // A used-up balance has no type of its own.
            case "invalid_request_error" ->
                message.contains("credit balance") ? Kind.QUOTA_EXHAUSTED : Kind.INVALID_REQUEST;
            case "authentication_error", "permission_error" -> Kind.AUTHENTICATION;
            case "billing_error" -> Kind.QUOTA_EXHAUSTED;
            case "not_found_error", "request_too_large" -> Kind.UNSUPPORTED;
            case "rate_limit_error" -> Kind.RATE_LIMITED;
            case "overloaded_error" -> Kind.OVERLOADED;
            case "api_error", "timeout_error" -> Kind.UNAVAILABLE;
            default -> Failure.kindOf(status);
        };
    }
}
