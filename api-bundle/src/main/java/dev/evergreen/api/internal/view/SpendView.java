package dev.evergreen.api.internal.view;

import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.SpendLine;
import java.util.UUID;

/** What was spent on one thing, in one currency. */
public record SpendView(String key, String name, MoneyView spent, long calls) {
    public static SpendView of(SpendLine line) {
        return new SpendView(line.key(), line.name(), MoneyView.of(line.spent()), line.calls());
    }

    /** What a project's film has cost so far. */
    public record Film(UUID projectId, String title, double seconds, MoneyView spent, MoneyView perMinute) {
        private static final double MILLIS = 1000;

        public static Film of(FilmSpend film) {
            return new Film(
                    film.projectId(),
                    film.title(),
                    film.length().toMillis() / MILLIS,
                    MoneyView.of(film.spent()),
                    MoneyView.of(film.perMinute()));
        }
    }
}
