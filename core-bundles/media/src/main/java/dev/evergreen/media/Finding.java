package dev.evergreen.media;

import dev.evergreen.domain.project.FilmFinding;
import java.time.Duration;
import java.util.Optional;

/**
 * Something wrong with a film.
 *
 * @param code for programs: {@code facts}, {@code colour}, {@code streaming}, {@code length}, {@code sync}, {@code loudness},
 *     {@code true-peak}, {@code clipped}, {@code black}, {@code frozen}, {@code silent}, {@code caption-safe-area}
 * @param grave whether it should not be published so
 * @param message one sentence for people
 * @param start where in the film it begins; absent where it concerns the whole
 * @param end where in the film it ends; absent where it concerns the whole
 */
public record Finding(String code, boolean grave, String message, Optional<Duration> start, Optional<Duration> end) {
    /** As it is stored and shown. */
    public FilmFinding stored() {
        return new FilmFinding(code, grave, message, start.map(Finding::seconds), end.map(Finding::seconds));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** One that concerns the whole film. */
    public static Finding whole(String code, boolean grave, String message) {
        return new Finding(code, grave, message, Optional.empty(), Optional.empty());
    }

    /** One that concerns a part. */
    public static Finding part(String code, boolean grave, String message, Duration start, Duration end) {
        return new Finding(code, grave, message, Optional.of(start), Optional.of(end));
    }
}
