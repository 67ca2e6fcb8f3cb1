package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code {"detail": "sentence"}}, or a list of {@code {loc, msg, type}} with 422. */
final class FluxErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String message = body.map(
                        error -> error.optionalText("/detail").orElseGet(() -> sentences(error.list("/detail"))))
                .orElse(answer.text());
        String code = body.map(error -> error.text("/detail/0/type", "")).orElse("");
        return Failure.of(Failure.kindOf(answer.status()), code, message, answer);
    }

    private static String sentences(List<JsonAnswer> issues) {
        return issues.stream()
                .map(issue -> issue.text("/loc/1", "") + " " + issue.text("/msg", ""))
                .collect(Collectors.joining("; "));
    }
}
