package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code {"error": {"code", "message", "status", "details"}}} as all of Google's interfaces have it (google.rpc.Status). A wrong key comes as
 * 400 with the reason API_KEY_INVALID, the limit of a day as 429 like that of a minute.
 */
final class GeminiErrors implements ErrorMapper {
    /** Why an answer stopped or a prompt was not answered, where the content is the reason. */
    private static final Set<String> REFUSALS = Set.of(
            "SAFETY",
            "RECITATION",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII",
            "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION",
            "ESCALATION");

    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        if (body.isEmpty() || !body.get().has("/error")) {
            return Failure.of(Failure.kindOf(answer.status()), "", answer.text(), answer);
        }
        JsonAnswer error = body.get();
        String status = error.text("/error/status", "");
        String message = error.text("/error/message", "");
        Kind kind = kind(answer.status(), status, message, error.list("/error/details"));
        Failure plain = Failure.of(kind, status, message, answer);
        Optional<Duration> wait = plain.retryAfter().or(() -> wait(error.list("/error/details")));
        return new Failure(kind, status, message, wait, Optional.empty());
    }

    static Kind kind(int code, String status, String message, List<JsonAnswer> details) {
        boolean wrongKey =
                details.stream().anyMatch(detail -> detail.text("/reason", "").startsWith("API_KEY_"));
        boolean daily = details.stream()
                .flatMap(detail -> detail.list("/violations").stream())
                .anyMatch(violation -> violation.text("/quotaId", "").contains("PerDay"));
        String lower = message.toLowerCase(Locale.ROOT);
        return switch (status) {
            case "INVALID_ARGUMENT" -> wrongKey ? Kind.AUTHENTICATION : Kind.INVALID_REQUEST;
            case "FAILED_PRECONDITION" -> lower.contains("billing") ? Kind.QUOTA_EXHAUSTED : Kind.AUTHENTICATION;
            case "RESOURCE_EXHAUSTED" -> daily ? Kind.QUOTA_EXHAUSTED : Kind.RATE_LIMITED;
            case "UNAUTHENTICATED", "PERMISSION_DENIED" -> Kind.AUTHENTICATION;
            case "NOT_FOUND", "UNIMPLEMENTED" -> Kind.UNSUPPORTED;
            case "UNAVAILABLE" -> Kind.OVERLOADED;
            case "INTERNAL", "DEADLINE_EXCEEDED" -> Kind.UNAVAILABLE;
            default -> Failure.kindOf(code);
        };
    }

    /** The kind of an error inside an operation, which has only the number of google.rpc.Code. */
    static Kind ofOperation(long code) {
        return switch ((int) code) {
            case 3, 9, 11 -> Kind.INVALID_REQUEST;
            case 5, 12 -> Kind.UNSUPPORTED;
            case 7, 16 -> Kind.AUTHENTICATION;
            case 8 -> Kind.RATE_LIMITED;
            case 14 -> Kind.OVERLOADED;
            default -> Kind.UNAVAILABLE;
        };
    }

    /** Why the content of a successful answer is refused; empty where it is not. */
    static Optional<String> refusal(JsonAnswer body) {
        Optional<String> blocked = body.optionalText("/promptFeedback/blockReason");
        return blocked.isPresent()
                ? blocked
                : body.optionalText("/candidates/0/finishReason").filter(REFUSALS::contains);
    }

    /** google.rpc.RetryInfo: {@code "retryDelay": "34.5s"}. */
    private static Optional<Duration> wait(List<JsonAnswer> details) {
        return details.stream()
                .flatMap(detail -> detail.optionalText("/retryDelay").stream())
                .filter(delay -> delay.matches("\\d{1,6}(\\.\\d{1,9})?s"))
                .map(delay -> Duration.ofMillis(new BigDecimal(delay.substring(0, delay.length() - 1))
                        .movePointRight(3)
                        .longValue()))
                .findFirst();
    }
}
