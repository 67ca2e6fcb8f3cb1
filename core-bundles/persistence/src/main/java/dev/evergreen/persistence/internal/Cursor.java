package dev.evergreen.persistence.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page ended in a list that is sorted by time and id, the newest first: a position in the data and not a number of
 * rows, so what is added or removed meanwhile neither repeats nor skips an item.
 *
 * @param at the time of the page's last item, to the microsecond as the database keeps it
 * @param id its id
 */
public record Cursor(Instant at, UUID id) {
    /** The condition that leaves what follows a cursor; binds {@code :after} and {@code :afterId}. */
    public static String follows(String timeColumn) {
        return "(" + timeColumn + ", id) < (:after, :afterId)";
    }

    /**
     * The place before the first item, or the cursor that was asked for.
     *
     * @throws ProblemException INVALID when it was not made by {@link #page}
     */
    public static Cursor of(PageRequest request) {
        if (request.cursor().isEmpty()) {
            // Beyond every time that PostgreSQL's clock gives, and within what it can store.
            return new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));
        }
        String text = request.cursor().get();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != 3 * Long.BYTES) {
                throw new IllegalArgumentException("wrong length");
            }
            Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
            return new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            "cursor",
                            "'" + text + "' is no cursor; use the one that came with the page before")),
                    e);
        }
    }

    /**
     * Makes a page of rows.
     *
     * @param rows one more than asked for when there are further ones
     * @param total of all pages
     */
    public static <T> Page<T> page(List<T> rows, PageRequest request, long total, Function<T, Cursor> cursor) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, Optional.empty(), total);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(
                items, Optional.of(cursor.apply(items.get(items.size() - 1)).text()), total);
    }

    private String text() {
        ByteBuffer bytes = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
