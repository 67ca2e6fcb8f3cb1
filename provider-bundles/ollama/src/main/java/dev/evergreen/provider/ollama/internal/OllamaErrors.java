package dev.evergreen.provider.ollama.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;

/** {@code {"error": "text"}}; 404 means that the model is not on that machine. */
final class OllamaErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        String message = JsonAnswer.parseObject("error", answer.text())
                .map(error -> error.text("/error", ""))
                .orElse(answer.text());
        return Failure.of(
                Failure.kindOf(answer.status()),
                "",
                answer.status() == 404 ? message + "; fetch it with: ollama pull" : message,
                answer);
    }
}
