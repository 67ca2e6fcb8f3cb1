package dev.evergreen.provider.runway.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Locale;
import java.util.Optional;

/** {@code {"error", "issues": [{"code", "path", "message"}], "docUrl"}}; tasks fail with a {@code failureCode}. */
final class RunwayErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String message =
                body.map(error -> error.text("/error", "") + issues(error)).orElse(answer.text());
        String lower = message.toLowerCase(Locale.ROOT);
        Kind kind = Failure.kindOf(answer.status());
        if (kind == Kind.INVALID_REQUEST && lower.contains("credits")) {
            kind = Kind.QUOTA_EXHAUSTED;
        } else if (kind == Kind.RATE_LIMITED && lower.contains("daily")) {
            // The limit of a day rolls over 24 hours: waiting seconds does not help.
            kind = Kind.QUOTA_EXHAUSTED;
        }
        return Failure.of(kind, "", message, answer);
    }

    private static String issues(JsonAnswer error) {
        StringBuilder issues = new StringBuilder();
        for (JsonAnswer issue : error.list("/issues")) {
            issues.append("; ").append(issue.text("/message", ""));
        }
        return issues.toString();
    }

    /** What a failed task's code says: safety is final, the vendor's own faults are not. */
    static Kind ofTask(String code) {
        if (code.startsWith("SAFETY")) {
            return Kind.CONTENT_REJECTED;
        }
        if (code.startsWith("INPUT_PREPROCESSING.SAFETY")) {
            return Kind.CONTENT_REJECTED;
        }
        if (code.startsWith("ASSET") || code.startsWith("INPUT")) {
            return Kind.INVALID_REQUEST;
        }
        return Kind.UNAVAILABLE;
    }
}
