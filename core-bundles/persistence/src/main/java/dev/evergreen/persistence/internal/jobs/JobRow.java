package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of {@code generation_jobs} with what only the graph needs. */
record JobRow(Job job, UUID rootId, boolean worked, int openSteps, boolean cancelRequested, boolean helper) {
    /** Columns of every query that is mapped to this record; the table is {@code j}. */
    static final String COLUMNS =
            "j.id, j.project_id, j.parent_id, j.queue, j.job_type, j.title, j.status, j.priority, j.progress, j.stage,"
                    + " j.input_data::text AS input_data, j.output_data::text AS output_data, j.error_message, j.attempts,"
                    + " j.fence, j.correlation_id, j.created_at, j.started_at, j.completed_at, j.root_id, j.worked,"
                    + " j.open_steps, j.cancel_requested, j.helper";

    static final RowMapper<JobRow> MAPPER = JobRow::map;

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JobRow map(ResultSet row, StatementContext context) throws SQLException {
        Job job = new Job(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("project_id", UUID.class)),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)),
                Queue.valueOf(row.getString("queue").toUpperCase(Locale.ROOT)),
                row.getString("job_type"),
                row.getString("title"),
                JobState.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("priority"),
                row.getInt("progress"),
                row.getString("stage"),
                orElse(row.getString("input_data"), "{}"),
                orElse(row.getString("output_data"), "{}"),
                orElse(row.getString("error_message"), ""),
                row.getInt("attempts"),
                row.getLong("fence"),
                row.getString("correlation_id"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("completed_at")).map(Timestamp::toInstant));
        return new JobRow(
                job,
                row.getObject("root_id", UUID.class),
                row.getBoolean("worked"),
                row.getInt("open_steps"),
                row.getBoolean("cancel_requested"),
                row.getBoolean("helper"));
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
