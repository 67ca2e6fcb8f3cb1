package dev.evergreen.provider.luma.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Locale;
import java.util.Optional;

/** {@code {"detail"}}, {@code {"error"}} or {@code {"message"}} with a status that tells the cases apart; tasks fail with a code. */
final class LumaErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String message = body.flatMap(error -> error.optionalText("/detail")
                        .or(() -> error.optionalText("/message"))
                        .or(() -> error.optionalText("/error/message"))
                        .or(() -> error.optionalText("/error")))
                .orElse(answer.text());
        Kind kind = Failure.kindOf(answer.status());
        boolean open = kind == Kind.INVALID_REQUEST || kind == Kind.AUTHENTICATION;
        return Failure.of(open ? byWords(message, kind) : kind, "", message, answer);
    }

    /** What a failed task's code says; its reason where it has none. */
    static Kind ofTask(String code, String reason) {
        return switch (code) {
            case "content_moderated" -> Kind.CONTENT_REJECTED;
            case "budget_exhausted" -> Kind.QUOTA_EXHAUSTED;
            case "rate_limited" -> Kind.RATE_LIMITED;
            case "image_too_large", "unsupported_format", "corrupt_input", "invalid_request" -> Kind.INVALID_REQUEST;
            default -> byWords(reason, Kind.UNAVAILABLE);
        };
    }

    private static Kind byWords(String message, Kind otherwise) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("moderat")) {
            return Kind.CONTENT_REJECTED;
        }
        return lower.contains("insufficient credits") || lower.contains("budget") ? Kind.QUOTA_EXHAUSTED : otherwise;
    }
}
