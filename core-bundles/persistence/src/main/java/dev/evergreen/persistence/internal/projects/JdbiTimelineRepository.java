package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.TimelineChange;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Revisions of timelines in {@code timeline_revisions}; {@code timelines} says which is the newest. */
@Component
public final class JdbiTimelineRepository implements TimelineRepository {
    private static final String COLUMNS =
            "project_id, revision, snapshot::text AS snapshot, plan::text AS plan, author,"
                    + " COALESCE(edit::text, '') AS edit, created_at";

    private static final RowMapper<TimelineRevision> REVISION = (row, context) -> new TimelineRevision(
            Rows.id(row, "project_id"),
            row.getInt("revision"),
            row.getString("snapshot"),
            row.getString("plan"),
            row.getString("author"),
            row.getString("edit"),
            Rows.instant(row, "created_at"));

    private final Database database;

    @Activate
    public JdbiTimelineRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<TimelineRevision> newest(UUID projectId) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM timeline_revisions WHERE project_id = :project ORDER BY revision DESC LIMIT 1")
                .bind("project", projectId)
                .map(REVISION)
                .findOne());
    }

    @Override
    public Optional<TimelineRevision> find(UUID projectId, int revision) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM timeline_revisions WHERE project_id = :project AND revision = :revision")
                .bind("project", projectId)
                .bind("revision", revision)
                .map(REVISION)
                .findOne());
    }

    @Override
    public List<TimelineChange> changes(UUID projectId, int afterRevision) {
        return database.with(handle -> handle.createQuery(
                        "SELECT revision, author, COALESCE(edit::text, '') AS edit, created_at"
                                + " FROM timeline_revisions WHERE project_id = :project AND revision > :after"
                                + " ORDER BY revision")
                .bind("project", projectId)
                .bind("after", afterRevision)
                .map((row, context) -> new TimelineChange(
                        row.getInt("revision"),
                        row.getString("author"),
                        row.getString("edit"),
                        Rows.instant(row, "created_at")))
                .list());
    }

    @Override
    public TimelineRevision append(int base, TimelineRevision next) {
        return database.inTransaction(handle -> {
            if (!advance(handle, next.projectId(), base)) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT,
                        "revision",
                        "The timeline of project " + next.projectId() + " was changed meanwhile: revision " + base
                                + " is no longer its newest; load it and make the change again.");
            }
            return handle.createQuery(
                            "INSERT INTO timeline_revisions (project_id, revision, snapshot, plan, author, edit, created_at)"
                                    + " VALUES (:project, :revision, CAST(:snapshot AS json), CAST(:plan AS json), :author,"
                                    + " CAST(NULLIF(:edit, '') AS json), :created)"
                                    + " RETURNING " + COLUMNS)
                    .bind("project", next.projectId())
                    .bind("revision", base + 1)
                    .bind("snapshot", next.snapshot())
                    .bind("plan", next.plan())
                    .bind("author", next.author())
                    .bind("edit", next.edit())
                    .bind("created", Rows.at(next.createdAt()))
                    .map(REVISION)
                    .one();
        });
    }

    /** Of several that start from one base exactly one gets through: the others wait for its row and find it changed. */
    private static boolean advance(Handle handle, UUID projectId, int base) {
        String statement = base == 0
                ? "INSERT INTO timelines (project_id, revision) VALUES (:project, :base + 1) ON CONFLICT DO NOTHING"
                : "UPDATE timelines SET revision = :base + 1, updated_at = now() WHERE project_id = :project"
                        + " AND revision = :base";
        return handle.createUpdate(statement)
                        .bind("project", projectId)
                        .bind("base", base)
                        .execute()
                == 1;
    }
}
