package dev.evergreen.provider.fal.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Errors are {@code {"detail": text}} or {@code {"detail": [{"loc", "msg", "type"}]}}; the platform's are {@code {"error"}}. */
final class FalErrors implements ErrorMapper {
    private static final String REFUSED = "content_policy_violation";

    /** Types that come with 422 although the request was right. */
    private static final Set<String> OF_THE_MODEL = Set.of(
            "internal_server_error",
            "generation_timeout",
            "downstream_service_error",
            "downstream_service_unavailable",
            "no_media_generated");

    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        List<JsonAnswer> issues = body.map(error -> error.list("/detail")).orElse(List.of());
        String type = issues.stream()
                .map(issue -> issue.text("/type", ""))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(body.map(error -> error.text("/error/type", "")).orElse(""));
        StringBuilder message =
                new StringBuilder(body.map(error -> error.text("/detail", error.text("/error/message", "")))
                        .orElse(answer.text()));
        for (JsonAnswer issue : issues) {
            String place = issue.list("/loc").stream()
                    .map(part -> part.text("", ""))
                    .reduce("", (whole, part) -> whole + "/" + part);
            message.append(place).append(": ").append(issue.text("/msg", "")).append(". ");
        }
        Failure failure = Failure.of(kind(answer.status(), type, message.toString()), type, message.toString(), answer);
        // The vendor bills no failures of its own.
        return answer.status() >= 500
                ? new Failure(failure.kind(), type, failure.message(), failure.retryAfter(), Optional.of(Money.free()))
                : failure;
    }

    private static Kind kind(int status, String type, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (type.equals(REFUSED)) {
            return Kind.CONTENT_REJECTED;
        }
        if (OF_THE_MODEL.contains(type)) {
            return Kind.UNAVAILABLE;
        }
        if (status == 403 && (lower.contains("balance") || lower.contains("locked"))) {
            return Kind.QUOTA_EXHAUSTED;
        }
        return Failure.kindOf(status);
    }
}
