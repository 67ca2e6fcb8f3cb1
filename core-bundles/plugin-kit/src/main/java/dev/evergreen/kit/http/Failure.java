package dev.evergreen.kit.http;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What an unsuccessful answer means.
 *
 * @param kind who must act
 * @param code the vendor's own word for it; may be empty
 * @param message the vendor's own sentence; may be empty
 * @param retryAfter how long the vendor asks to be left alone
 * @param charge what the vendor charged all the same; empty where it says nothing
 */
public record Failure(Kind kind, String code, String message, Optional<Duration> retryAfter, Optional<Money> charge) {
    /** With the wait that the answer's headers name. */
    public static Failure of(Kind kind, String code, String message, Answer answer) {
        return new Failure(kind, code, message, retryAfter(answer, Instant.now()), Optional.empty());
    }

    /**
     * What a status of HTTP means where the vendor's own words say no more. An error's status says that nothing was made, so that 504
     * counts as away and not as an unclear end.
     */
    public static Kind kindOf(int status) {
        return switch (status) {
            case 400, 405, 406, 409, 410, 411, 415, 422 -> Kind.INVALID_REQUEST;
            case 401, 403, 407 -> Kind.AUTHENTICATION;
            case 402 -> Kind.QUOTA_EXHAUSTED;
            case 404, 413, 414, 501 -> Kind.UNSUPPORTED;
            case 429 -> Kind.RATE_LIMITED;
            case 503, 529 -> Kind.OVERLOADED;
            default -> status == 408 || status == 425 || status >= 500 ? Kind.UNAVAILABLE : Kind.BAD_RESPONSE;
        };
    }

    /** RFC 9110, 10.2.3: seconds or a date; also {@code retry-after-ms}, which some vendors send beside it. */
    static Optional<Duration> retryAfter(Answer answer, Instant now) {
        Optional<Duration> exact =
                answer.header("retry-after-ms").flatMap(Failure::number).map(Duration::ofMillis);
        if (exact.isPresent()) {
            return exact;
        }
        return answer.header("retry-after").flatMap(value -> {
            Optional<Long> seconds = number(value);
            if (seconds.isPresent()) {
                return seconds.map(Duration::ofSeconds);
            }
            try {
                Duration left = Duration.between(
                        now,
                        ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                return Optional.of(left.isNegative() ? Duration.ZERO : left);
            } catch (DateTimeParseException e) {
                // A wait that cannot be read is as good as none.
                return Optional.empty();
            }
        });
    }

    private static Optional<Long> number(String value) {
        String text = value.strip();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of((long) Math.ceil(Double.parseDouble(text)));
    }
}
