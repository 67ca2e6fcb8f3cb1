package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.job.JobSchedule;
import dev.evergreen.domain.job.JobSchedules;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Schedules in {@code job_schedules}; whoever locks a row that is due acts on it. */
@Component
public final class JdbiJobSchedules implements JobSchedules {
    private final Database database;

    @Activate
    public JdbiJobSchedules(@Reference Database database) {
        this.database = database;
    }

    @Override
    public boolean fire(String name, String expression, UnaryOperator<Instant> next, Runnable action) {
        return database.inTransaction(handle -> {
            Optional<Row> row = lock(handle, name);
            if (row.isEmpty()) {
                // Unknown, or another node is at it: then nothing is stored, and that one acts.
                store(handle, name, expression, next.apply(now(handle)), "DO NOTHING");
                return false;
            }
            Row known = row.get();
            boolean changed = !known.expression.equals(expression);
            if (!changed && known.now.isBefore(known.next)) {
                return false;
            }
            if (!changed) {
                action.run();
            }
            store(
                    handle,
                    name,
                    expression,
                    next.apply(known.now),
                    "(name) DO UPDATE SET expression = EXCLUDED.expression, next_at = EXCLUDED.next_at"
                            + (changed ? "" : ", fired_at = now()"));
            return !changed;
        });
    }

    @Override
    public List<JobSchedule> list() {
        return database.with(handle -> handle.createQuery(
                        "SELECT name, expression, next_at, fired_at FROM job_schedules ORDER BY name")
                .map((row, context) -> new JobSchedule(
                        row.getString("name"),
                        row.getString("expression"),
                        Rows.instant(row, "next_at"),
                        Rows.optionalInstant(row, "fired_at")))
                .list());
    }

    private static Optional<Row> lock(Handle handle, String name) {
        return handle.createQuery("SELECT expression, next_at, now() AS now FROM job_schedules WHERE name = :name"
                        + " FOR UPDATE SKIP LOCKED")
                .bind("name", name)
                .map((row, context) ->
                        new Row(row.getString("expression"), Rows.instant(row, "next_at"), Rows.instant(row, "now")))
                .findOne();
    }

    private static Instant now(Handle handle) {
        return handle.createQuery("SELECT now() AS now")
                .map((row, context) -> Rows.instant(row, "now"))
                .one();
    }

    private static void store(Handle handle, String name, String expression, Instant next, String conflict) {
        handle.createUpdate("INSERT INTO job_schedules (name, expression, next_at) VALUES (:name, :expression, :next)"
                        + " ON CONFLICT " + conflict)
                .bind("name", name)
                .bind("expression", expression)
                .bind("next", Rows.at(next))
                .execute();
    }

    private record Row(String expression, Instant next, Instant now) {}
}
