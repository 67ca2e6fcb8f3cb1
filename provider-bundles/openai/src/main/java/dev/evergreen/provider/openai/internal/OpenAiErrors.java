package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Optional;
import java.util.Set;

/** {@code {"error": {"message", "type", "param", "code"}}}; compatible servers also answer with plain texts. */
final class OpenAiErrors implements ErrorMapper {
    private static final Set<String> REFUSALS =
            Set.of("moderation_blocked", "content_policy_violation", "content_filter", "image_generation_user_error");
    private static final Set<String> USED_UP =
            Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "quota_exceeded");

    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String code = body.map(error -> error.optionalText("/error/code").orElse(error.text("/error/type", "")))
                .orElse("");
        String message = body.map(error ->
                        error.optionalText("/error/message").orElse(error.text("/error", error.text("/detail", ""))))
                .orElse(answer.text());
        return Failure.of(kind(answer.status(), code), code, message, answer);
    }

    /** @param code the vendor's; also of errors inside a stream */
    static Kind kind(int status, String code) {
        if (REFUSALS.contains(code)) {
            return Kind.CONTENT_REJECTED;
        }
        if (USED_UP.contains(code)) {
            // The vendor sends it as 429 too, but waiting does not help.
            return Kind.QUOTA_EXHAUSTED;
        }
        return switch (code) {
            case "invalid_api_key" -> Kind.AUTHENTICATION;
            case "rate_limit_exceeded" -> Kind.RATE_LIMITED;
            case "model_not_found", "context_length_exceeded", "string_above_max_length" -> Kind.UNSUPPORTED;
            case "server_error" -> Kind.UNAVAILABLE;
            default -> Failure.kindOf(status);
        };
    }
}
