package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.persistence.internal.Cursor;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Assets in {@code assets}. */
@Component
public final class JdbiAssetRepository implements AssetRepository {
    private static final String COLUMNS =
            "id, project_id, scene_id, asset_type, source_type, digest, media_type, name, role,"
                    + " metadata::text AS metadata, created_at";

    private static final RowMapper<Asset> ASSET = (row, context) -> new Asset(
            Rows.id(row, "id"),
            Rows.id(row, "project_id"),
            Rows.optionalId(row, "scene_id"),
            Rows.constant(row, "asset_type", Asset.Type.class),
            Rows.constant(row, "source_type", Asset.Source.class),
            row.getString("digest"),
            row.getString("media_type"),
            row.getString("name"),
            row.getString("role"),
            row.getString("metadata"),
            Rows.instant(row, "created_at"));

    private final Database database;

    @Activate
    public JdbiAssetRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(Asset asset) {
        database.with(handle -> handle.createUpdate(
                        "INSERT INTO assets (id, project_id, scene_id, asset_type, source_type, url,"
                                + " digest, media_type, name, role, metadata, created_at) VALUES (:id, :project, :scene, :type,"
                                + " :source, :url, :digest, :mediaType, :name, :role, CAST(:metadata AS jsonb), :created)")
                .bind("id", asset.id())
                .bind("project", asset.projectId())
                .bind("scene", asset.sceneId().orElse(null))
                .bind("type", Rows.word(asset.type()))
                .bind("source", Rows.word(asset.source()))
                .bind("url", BlobUrl.of(asset.digest()))
                .bind("digest", asset.digest())
                .bind("mediaType", asset.mediaType())
                .bind("name", asset.name())
                .bind("role", asset.role())
                .bind("metadata", asset.metadata())
                .bind("created", Rows.at(asset.createdAt()))
                .execute());
    }

    @Override
    public Optional<Asset> find(UUID id) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM assets WHERE id = :id")
                .bind("id", id)
                .map(ASSET)
                .findOne());
    }

    @Override
    public Page<Asset> list(UUID projectId, PageRequest page) {
        Cursor after = Cursor.of(page);
        return database.with(handle -> {
            List<Asset> rows = handle.createQuery("SELECT " + COLUMNS + " FROM assets WHERE project_id = :project AND "
                            + Cursor.follows("created_at") + " ORDER BY created_at DESC, id DESC LIMIT :limit")
                    .bind("project", projectId)
                    .bind("after", Rows.at(after.at()))
                    .bind("afterId", after.id())
                    .bind("limit", page.limit() + 1)
                    .map(ASSET)
                    .list();
            long total = handle.createQuery("SELECT count(*) FROM assets WHERE project_id = :project")
                    .bind("project", projectId)
                    .mapTo(Long.class)
                    .one();
            return Cursor.page(rows, page, total, asset -> new Cursor(asset.createdAt(), asset.id()));
        });
    }

    @Override
    public List<Asset> listByRole(UUID projectId, String role) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM assets WHERE project_id = :project AND role = :role ORDER BY created_at DESC, id DESC")
                .bind("project", projectId)
                .bind("role", role)
                .map(ASSET)
                .list());
    }

    @Override
    public List<Asset> listByDigest(UUID projectId, String digest) {
        return database.with(handle -> handle.createQuery(
                        "SELECT " + COLUMNS
                                + " FROM assets WHERE project_id = :project AND digest = :digest ORDER BY created_at DESC, id DESC")
                .bind("project", projectId)
                .bind("digest", digest)
                .map(ASSET)
                .list());
    }

    @Override
    public boolean remove(UUID id) {
        return database.with(handle -> handle.createUpdate("DELETE FROM assets WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }
}
