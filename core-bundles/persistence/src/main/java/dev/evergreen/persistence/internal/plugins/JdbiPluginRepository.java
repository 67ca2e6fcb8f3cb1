package dev.evergreen.persistence.internal.plugins;

import dev.evergreen.domain.plugin.InstalledPlugin;
import dev.evergreen.domain.plugin.PluginRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The installed set in {@code plugins}. */
@Component
public final class JdbiPluginRepository implements PluginRepository {
    private static final String COLUMNS =
            "symbolic_name, version, digest, file_name, state, previous_digest, error, installed_at";

    private static final RowMapper<InstalledPlugin> PLUGIN = (row, context) -> new InstalledPlugin(
            row.getString("symbolic_name"),
            row.getString("version"),
            row.getString("digest"),
            row.getString("file_name"),
            Rows.constant(row, "state", InstalledPlugin.State.class),
            Optional.ofNullable(row.getString("previous_digest")),
            row.getString("error"),
            Rows.instant(row, "installed_at"));

    private final Database database;

    @Activate
    public JdbiPluginRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<InstalledPlugin> list() {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM plugins ORDER BY symbolic_name")
                .map(PLUGIN)
                .list());
    }

    @Override
    public Optional<InstalledPlugin> find(String symbolicName) {
        return database.with(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM plugins WHERE symbolic_name = :name")
                        .bind("name", symbolicName)
                        .map(PLUGIN)
                        .findOne());
    }

    @Override
    public void put(InstalledPlugin plugin) {
        database.with(
                handle -> handle.createUpdate("INSERT INTO plugins (symbolic_name, version, digest, file_name, state,"
                                + " previous_digest, error, installed_at) VALUES (:name, :version, :digest, :fileName, :state,"
                                + " :previous, :error, :installed) ON CONFLICT (symbolic_name) DO UPDATE SET"
                                + " version = excluded.version, digest = excluded.digest, file_name = excluded.file_name,"
                                + " state = excluded.state, previous_digest = excluded.previous_digest, error = excluded.error,"
                                + " installed_at = excluded.installed_at, updated_at = now()")
                        .bind("name", plugin.symbolicName())
                        .bind("version", plugin.version())
                        .bind("digest", plugin.digest())
                        .bind("fileName", plugin.fileName())
                        .bind("state", Rows.word(plugin.state()))
                        .bind("previous", plugin.previousDigest().orElse(null))
                        .bind("error", plugin.error())
                        .bind("installed", Rows.at(plugin.installedAt()))
                        .execute());
    }

    @Override
    public boolean remove(String symbolicName) {
        return database.with(handle -> handle.createUpdate("DELETE FROM plugins WHERE symbolic_name = :name")
                        .bind("name", symbolicName)
                        .execute()
                > 0);
    }
}
