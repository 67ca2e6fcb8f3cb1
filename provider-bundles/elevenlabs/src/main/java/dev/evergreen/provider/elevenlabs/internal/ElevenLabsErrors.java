package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Optional;

/** {@code {"detail": {"status", "message"}}}, or a list of {@code {loc, msg, type}} with 422. A used-up plan comes as 401. */
final class ElevenLabsErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String code = body.map(error -> error.text("/detail/status", error.text("/detail/0/type", "")))
                .orElse("");
        String message = body.map(error -> error.optionalText("/detail/message")
                        .orElse(error.text("/detail", error.text("/detail/0/msg", ""))))
                .orElse(answer.text());
        return Failure.of(kind(answer.status(), code), code, message, answer);
    }

    private static Kind kind(int status, String code) {
        return switch (code) {
            case "quota_exceeded", "insufficient_credits" -> Kind.QUOTA_EXHAUSTED;
            case "invalid_api_key", "missing_permissions", "needs_authorization" -> Kind.AUTHENTICATION;
            case "too_many_concurrent_requests", "rate_limit_exceeded" -> Kind.RATE_LIMITED;
            case "system_busy" -> Kind.OVERLOADED;
            case "voice_not_found", "max_character_limit_exceeded", "model_not_found", "output_format_not_allowed" ->
                Kind.UNSUPPORTED;
            case "content_against_policy", "detected_unusual_content", "bad_prompt", "bad_composition_plan" ->
                Kind.CONTENT_REJECTED;
            default -> Failure.kindOf(status);
        };
    }
}
