package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.ScriptRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of scripts in {@code scripts}. */
@Component
public final class JdbiScriptRepository implements ScriptRepository {
    private static final String COLUMNS = "id, project_id, format, file_name, source, version, created_at";

    private static final RowMapper<Script> SCRIPT = (row, context) -> new Script(
            Rows.id(row, "id"),
            Rows.id(row, "project_id"),
            row.getString("format"),
            row.getString("file_name"),
            row.getString("source"),
            row.getInt("version"),
            Rows.instant(row, "created_at"));

    private final Database database;

    @Activate
    public JdbiScriptRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Script add(Script script) {
        return database.inTransaction(handle -> {
            ProjectLock.take(handle, script.projectId());
            return handle.createQuery(
                            "INSERT INTO scripts (id, project_id, format, file_name, source, version, created_at)"
                                    + " VALUES (:id, :project, :format, :fileName, :source, (SELECT coalesce(max(version), 0) + 1"
                                    + " FROM scripts WHERE project_id = :project), :created) RETURNING " + COLUMNS)
                    .bind("id", script.id())
                    .bind("project", script.projectId())
                    .bind("format", script.format())
                    .bind("fileName", script.fileName())
                    .bind("source", script.source())
                    .bind("created", Rows.at(script.createdAt()))
                    .map(SCRIPT)
                    .one();
        });
    }

    @Override
    public Optional<Script> find(UUID id) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM scripts WHERE id = :id")
                .bind("id", id)
                .map(SCRIPT)
                .findOne());
    }

    @Override
    public Optional<Script> newest(UUID projectId) {
        return database.with(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM scripts WHERE project_id = :project ORDER BY version DESC LIMIT 1")
                .bind("project", projectId)
                .map(SCRIPT)
                .findOne());
    }
}
