package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.persistence.internal.Cursor;
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

/** Projects in {@code projects}. */
@Component
public final class JdbiProjectRepository implements ProjectRepository {
    private static final String COLUMNS =
            "id, user_id, title, description, status, settings::text AS settings, revision, created_at, updated_at";

    private static final RowMapper<Project> PROJECT = (row, context) -> new Project(
            Rows.id(row, "id"),
            Rows.id(row, "user_id"),
            row.getString("title"),
            row.getString("description"),
            row.getString("status"),
            row.getString("settings"),
            row.getLong("revision"),
            Rows.instant(row, "created_at"),
            Rows.instant(row, "updated_at"));

    private final Database database;

    @Activate
    public JdbiProjectRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(Project project) {
        database.with(
                handle -> handle.createUpdate("INSERT INTO projects (id, user_id, title, description, status, settings,"
                                + " revision, created_at, updated_at) VALUES (:id, :owner, :title, :description, :status,"
                                + " CAST(:settings AS jsonb), :revision, :created, :updated)")
                        .bind("id", project.id())
                        .bind("owner", project.ownerId())
                        .bind("title", project.title())
                        .bind("description", project.description())
                        .bind("status", project.status())
                        .bind("settings", project.settings())
                        .bind("revision", project.revision())
                        .bind("created", Rows.at(project.createdAt()))
                        .bind("updated", Rows.at(project.updatedAt()))
                        .execute());
    }

    @Override
    public Optional<Project> find(UUID id) {
        return database.with(handle -> find(handle, id));
    }

    @Override
    public Page<Project> list(UUID ownerId, PageRequest page) {
        Cursor after = Cursor.of(page);
        return database.with(handle -> {
            List<Project> rows = handle.createQuery("SELECT " + COLUMNS + " FROM projects WHERE user_id = :owner AND "
                            + Cursor.follows("updated_at") + " ORDER BY updated_at DESC, id DESC LIMIT :limit")
                    .bind("owner", ownerId)
                    .bind("after", Rows.at(after.at()))
                    .bind("afterId", after.id())
                    .bind("limit", page.limit() + 1)
                    .map(PROJECT)
                    .list();
            long total = handle.createQuery("SELECT count(*) FROM projects WHERE user_id = :owner")
                    .bind("owner", ownerId)
                    .mapTo(Long.class)
                    .one();
            return Cursor.page(rows, page, total, project -> new Cursor(project.updatedAt(), project.id()));
        });
    }

    @Override
    public Project update(Project project) {
        return database.with(
                handle -> handle.createQuery("UPDATE projects SET title = :title, description = :description,"
                                + " status = :status, settings = CAST(:settings AS jsonb), revision = revision + 1,"
                                + " updated_at = now() WHERE id = :id AND revision = :revision RETURNING " + COLUMNS)
                        .bind("id", project.id())
                        .bind("revision", project.revision())
                        .bind("title", project.title())
                        .bind("description", project.description())
                        .bind("status", project.status())
                        .bind("settings", project.settings())
                        .map(PROJECT)
                        .findOne()
                        .orElseThrow(() -> refusal(handle, project)));
    }

    @Override
    public boolean remove(UUID id) {
        return database.with(handle -> handle.createUpdate("DELETE FROM projects WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    private static Optional<Project> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM projects WHERE id = :id")
                .bind("id", id)
                .map(PROJECT)
                .findOne();
    }

    private static ProblemException refusal(Handle handle, Project project) {
        return find(handle, project.id())
                .map(stored -> new ProblemException(
                        Problem.Kind.CONFLICT,
                        "revision",
                        "Project " + project.id() + " was changed meanwhile: it is at revision " + stored.revision()
                                + " and not " + project.revision() + "; load it and make the change again."))
                .orElseGet(() -> ProjectLock.notFound(project.id()));
    }
}
