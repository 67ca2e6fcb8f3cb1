package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scenes in {@code scenes}; the plan is the column {@code prompts}. */
@Component
public final class JdbiSceneRepository implements SceneRepository {
    private static final String COLUMNS =
            "id, project_id, scene_key, scene_number, title, description, duration_seconds,"
                    + " script_content, prompts::text AS prompts, created_at";
    private static final RowMapper<Scene> SCENE = JdbiSceneRepository::scene;
    private static final int LONGEST_TITLE = 255;

    private final Database database;

    @Activate
    public JdbiSceneRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Scene> replace(UUID projectId, List<Scene> scenes) {
        Set<String> keys = new HashSet<>();
        for (Scene scene : scenes) {
            if (!scene.projectId().equals(projectId)) {
                throw new IllegalArgumentException("Scene " + scene.key() + " belongs to project " + scene.projectId()
                        + " and not to " + projectId);
            }
            if (!keys.add(scene.key())) {
                throw new IllegalArgumentException("The scene key " + scene.key() + " is there twice");
            }
        }
        return database.inTransaction(handle -> {
            ProjectLock.take(handle, projectId);
            handle.createUpdate("DELETE FROM scenes WHERE project_id = :project AND NOT (scene_key = ANY (:keys))")
                    .bind("project", projectId)
                    .bindArray("keys", String.class, keys.toArray())
                    .execute();
            return scenes.stream().map(scene -> put(handle, scene)).toList();
        });
    }

    @Override
    public Optional<Scene> find(UUID id) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM scenes WHERE id = :id")
                .bind("id", id)
                .map(SCENE)
                .findOne());
    }

    @Override
    public List<Scene> list(UUID projectId) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM scenes WHERE project_id = :project ORDER BY scene_number, scene_key")
                .bind("project", projectId)
                .map(SCENE)
                .list());
    }

    private static Scene put(Handle handle, Scene scene) {
        return handle.createQuery("INSERT INTO scenes (id, project_id, scene_key, scene_number, title, description,"
                        + " duration_seconds, script_content, prompts, created_at) VALUES (:id, :project, :key, :number,"
                        + " :title, :description, :duration, :content, CAST(:plan AS jsonb), :created)"
                        + " ON CONFLICT (project_id, scene_key) DO UPDATE SET scene_number = excluded.scene_number,"
                        + " title = excluded.title, description = excluded.description,"
                        + " duration_seconds = excluded.duration_seconds, script_content = excluded.script_content,"
                        + " prompts = excluded.prompts RETURNING " + COLUMNS)
                .bind("id", scene.id())
                .bind("project", scene.projectId())
                .bind("key", scene.key())
                .bind("number", scene.number())
                .bind("title", shortened(scene.title()))
                .bind("description", scene.description())
                .bind("duration", scene.durationSeconds().orElse(null))
                .bind("content", scene.content())
                .bind("plan", scene.plan())
                .bind("created", Rows.at(scene.createdAt()))
                .map(SCENE)
                .one();
    }

    /** A heading can be of any length; the scene's content keeps all of it. */
    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static Scene scene(ResultSet row, StatementContext context) throws SQLException {
        double duration = row.getDouble("duration_seconds");
        Optional<Double> durationSeconds = row.wasNull() ? Optional.empty() : Optional.of(duration);
        return new Scene(
                Rows.id(row, "id"),
                Rows.id(row, "project_id"),
                row.getString("scene_key"),
                row.getInt("scene_number"),
                row.getString("title"),
                row.getString("description"),
                durationSeconds,
                row.getString("script_content"),
                row.getString("prompts"),
                Rows.instant(row, "created_at"));
    }
}
