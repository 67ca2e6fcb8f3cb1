package dev.evergreen.provider.replicate.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors are problem objects {@code {"title", "detail", "status"}}; predictions fail with a sentence. */
final class ReplicateErrors implements ErrorMapper {
    /** How the vendor says when it may be asked again. */
    private static final Pattern RESETS = Pattern.compile("resets in ~?(\\d{1,6})s");

    private static final Pattern REFUSAL =
            Pattern.compile("nsfw|flagged as sensitive|\\(e005\\)|content moderation|safety (filter|check)|prohibited");

    private static final Pattern MISTAKE = Pattern.compile("invalid input|validation|unsupported image|\\(e006\\)");

    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String title = body.map(error -> error.text("/title", "")).orElse("");
        String message = body.map(error -> error.text("/detail", title)).orElse(answer.text());
        Failure failure = Failure.of(Failure.kindOf(answer.status()), title, message, answer);
        Matcher resets = RESETS.matcher(message);
        return failure.retryAfter().isEmpty() && resets.find()
                ? new Failure(
                        failure.kind(),
                        title,
                        message,
                        Optional.of(Duration.ofSeconds(Long.parseLong(resets.group(1)))),
                        Optional.empty())
                : failure;
    }

    /** What a failed prediction's sentence says: models write it, so that only a few words are the same for all. */
    static Kind ofPrediction(String error) {
        String lower = error.toLowerCase(Locale.ROOT);
        if (REFUSAL.matcher(lower).find()) {
            return Kind.CONTENT_REJECTED;
        }
        return MISTAKE.matcher(lower).find() ? Kind.INVALID_REQUEST : Kind.UNAVAILABLE;
    }
}
