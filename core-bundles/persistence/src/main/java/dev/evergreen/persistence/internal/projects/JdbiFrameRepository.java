package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.project.Frame;
import dev.evergreen.domain.project.FrameRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Storyboard frames in {@code storyboard_frames}; the picture is named in {@code frame_data}. */
@Component
public final class JdbiFrameRepository implements FrameRepository {
    private static final String COLUMNS =
            "id, scene_id, shot_id, frame_number, frame_type, frame_data, shot_type, camera_angle, notes, created_at";

    private static final RowMapper<Frame> FRAME = (row, context) -> new Frame(
            Rows.id(row, "id"),
            Rows.id(row, "scene_id"),
            row.getString("shot_id"),
            row.getInt("frame_number"),
            Rows.constant(row, "frame_type", Frame.Type.class),
            BlobUrl.digest(row.getString("frame_data")),
            row.getString("shot_type"),
            row.getString("camera_angle"),
            row.getString("notes"),
            Rows.instant(row, "created_at"));

    private final Database database;

    @Activate
    public JdbiFrameRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Frame put(Frame frame) {
        return database.with(
                handle -> handle.createQuery("INSERT INTO storyboard_frames (id, scene_id, shot_id, frame_number,"
                                + " frame_type, frame_data, shot_type, camera_angle, notes, created_at) VALUES (:id, :scene, :shot,"
                                + " :number, :type, :data, :shotType, :cameraAngle, :notes, :created)"
                                + " ON CONFLICT (scene_id, shot_id) DO UPDATE SET frame_number = excluded.frame_number,"
                                + " frame_type = excluded.frame_type, frame_data = excluded.frame_data,"
                                + " shot_type = excluded.shot_type, camera_angle = excluded.camera_angle, notes = excluded.notes"
                                + " RETURNING " + COLUMNS)
                        .bind("id", frame.id())
                        .bind("scene", frame.sceneId())
                        .bind("shot", frame.shotId())
                        .bind("number", frame.number())
                        .bind("type", Rows.word(frame.type()))
                        .bind("data", frame.digest().map(BlobUrl::of).orElse(null))
                        .bind("shotType", frame.shotType())
                        .bind("cameraAngle", frame.cameraAngle())
                        .bind("notes", frame.notes())
                        .bind("created", Rows.at(frame.createdAt()))
                        .map(FRAME)
                        .one());
    }

    @Override
    public Optional<Frame> find(UUID id) {
        return database.with(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM storyboard_frames WHERE id = :id")
                        .bind("id", id)
                        .map(FRAME)
                        .findOne());
    }

    @Override
    public List<Frame> list(UUID sceneId) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM storyboard_frames WHERE scene_id = :scene ORDER BY frame_number, shot_id")
                .bind("scene", sceneId)
                .map(FRAME)
                .list());
    }
}
