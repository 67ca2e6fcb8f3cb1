package dev.evergreen.provider.comfyui.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Map;
import java.util.Optional;

/** Errors are {@code {"error": {"type", "message", "details"}, "node_errors": {id: {"errors": [...]}}}}. */
final class ComfyUiErrors implements ErrorMapper {
    /** A file that a node names, a checkpoint for example, is not on the server. */
    private static final String NOT_THERE = "value_not_in_list";

    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String type = body.map(error -> error.text("/error/type", "")).orElse("");
        StringBuilder message =
                new StringBuilder(body.map(error -> error.text("/error/message", error.text("/error", "")))
                        .orElse(answer.text()));
        boolean notThere = false;
        for (JsonAnswer node :
                body.map(error -> error.fields("/node_errors")).orElse(Map.of()).values()) {
            for (JsonAnswer error : node.list("/errors")) {
                notThere |= error.text("/type", "").equals(NOT_THERE);
                message.append("; ")
                        .append(node.text("/class_type", "a node"))
                        .append(": ")
                        .append(error.text("/message", ""))
                        .append(' ')
                        .append(error.text("/details", ""));
            }
        }
        // Another server may have it.
        Kind kind = notThere ? Kind.UNSUPPORTED : Failure.kindOf(answer.status());
        return Failure.of(kind, type, message.toString(), answer);
    }
}
