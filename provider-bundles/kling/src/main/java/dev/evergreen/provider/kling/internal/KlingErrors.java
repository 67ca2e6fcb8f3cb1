package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Locale;
import java.util.Optional;

/** {@code {"code", "message", "request_id", "data"}}, whatever the status: the code counts, and 0 is success. */
final class KlingErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        long code = body.map(error -> error.whole("/code", 0)).orElse(0L);
        String request = body.flatMap(error -> error.optionalText("/request_id"))
                .map(id -> " (request " + id + ")")
                .orElse("");
        String message = body.map(error -> error.text("/message", "")).orElse(answer.text());
        return Failure.of(
                kind(answer.status(), (int) code), code == 0 ? "" : String.valueOf(code), message + request, answer);
    }

    /** Used-up packs come as 429 like too many requests, but waiting does not help them. */
    private static Kind kind(int status, int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1004, 1100, 1304 -> Kind.AUTHENTICATION;
            case 1101, 1102 -> Kind.QUOTA_EXHAUSTED;
            case 1103, 1202, 1203 -> Kind.UNSUPPORTED;
            case 1200, 1201 -> Kind.INVALID_REQUEST;
            case 1300, 1301 -> Kind.CONTENT_REJECTED;
            case 1302, 1303 -> Kind.RATE_LIMITED;
            case 5001 -> Kind.OVERLOADED;
            case 5000, 5002 -> Kind.UNAVAILABLE;
            default -> Failure.kindOf(status);
        };
    }

    /** Failed tasks have words only. */
    static Kind ofTask(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        boolean refused = lower.contains("risk") || lower.contains("policy") || lower.contains("sensitive");
        return refused ? Kind.CONTENT_REJECTED : Kind.UNAVAILABLE;
    }
}
