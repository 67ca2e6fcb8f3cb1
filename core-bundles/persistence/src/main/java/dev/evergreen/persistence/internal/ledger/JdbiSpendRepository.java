package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.ledger.SpendRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums of {@code ledger_entries}: what was charged, at once or when it was reconciled. */
@Component
public final class JdbiSpendRepository implements SpendRepository {
    private static final double MILLIS = 1000;

    private static final RowMapper<SpendLine> LINE = (row, context) -> new SpendLine(
            row.getString("key"), row.getString("name"), Amounts.read(row, "spent", "currency"), row.getLong("calls"));

    private static final RowMapper<FilmSpend> FILM = (row, context) -> new FilmSpend(
            Rows.id(row, "id"),
            row.getString("title"),
            Duration.ofMillis(Math.round(row.getDouble("seconds") * MILLIS)),
            Amounts.read(row, "spent", "currency"));

    private final Database database;

    @Activate
    public JdbiSpendRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<SpendLine> spend(SpendQuestion question) {
        Grouping grouping = grouping(question.by());
        return database.with(handle -> handle.createQuery("SELECT " + grouping.key + " AS key, " + grouping.name
                        + " AS name, l.currency, sum(l.amount) AS spent, count(DISTINCT l.call_id) AS calls"
                        + " FROM ledger_entries l JOIN provider_calls c ON c.id = l.call_id"
                        + " LEFT JOIN projects p ON p.id = l.project_id LEFT JOIN users u ON u.id = c.person_id"
                        + " WHERE l.kind IN ('settle', 'reconcile')"
                        + " AND (CAST(:project AS uuid) IS NULL OR l.project_id = CAST(:project AS uuid))"
                        + " AND (CAST(:from AS timestamptz) IS NULL OR l.at >= CAST(:from AS timestamptz))"
                        + " AND (CAST(:until AS timestamptz) IS NULL OR l.at < CAST(:until AS timestamptz))"
                        + " GROUP BY 1, 2, 3 ORDER BY 1, 3, 2")
                .bind("project", question.projectId().orElse(null))
                .bind("from", at(question.from()))
                .bind("until", at(question.until()))
                .map(LINE)
                .list());
    }

    @Override
    public List<FilmSpend> films() {
        return database.with(handle -> handle.createQuery("SELECT p.id, p.title, f.seconds, l.currency,"
                        + " sum(l.amount) AS spent FROM projects p"
                        + " JOIN LATERAL (SELECT CAST(a.metadata ->> 'durationSeconds' AS double precision) AS seconds"
                        + " FROM assets a WHERE a.project_id = p.id AND a.role = 'film'"
                        + " AND jsonb_typeof(a.metadata -> 'durationSeconds') = 'number'"
                        + " ORDER BY a.created_at DESC LIMIT 1) f ON f.seconds >= 0.001"
                        + " JOIN ledger_entries l ON l.project_id = p.id AND l.kind IN ('settle', 'reconcile')"
                        + " GROUP BY p.id, p.title, f.seconds, l.currency"
                        + " ORDER BY l.currency, sum(l.amount) / CAST(f.seconds AS numeric) DESC, p.id")
                .map(FILM)
                .list());
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> time) {
        return time.map(Rows::at).orElse(null);
    }

    /** SQL for what lines are added up by, and for its name. */
    private record Grouping(String key, String name) {}

    private static Grouping grouping(SpendQuestion.By by) {
        return switch (by) {
            case PROVIDER -> new Grouping("c.plugin", "c.plugin");
            case ACCOUNT -> {
                String account = "c.plugin || CASE WHEN c.account = '' THEN '' ELSE '/' || c.account END";
                yield new Grouping(account, account);
            }
            case PROJECT ->
                new Grouping(
                        "COALESCE(CAST(l.project_id AS text), '')",
                        "COALESCE(p.title, CAST(l.project_id AS text), '')");
            case PERSON ->
                new Grouping(
                        "COALESCE(CAST(c.person_id AS text), '')",
                        "COALESCE(u.name, u.email, CAST(c.person_id AS text), '')");
            case DAY -> {
                String day = "to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
                yield new Grouping(day, day);
            }
        };
    }
}
