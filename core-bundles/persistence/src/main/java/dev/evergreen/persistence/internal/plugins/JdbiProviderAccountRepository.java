package dev.evergreen.persistence.internal.plugins;

import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in {@code provider_accounts}. */
@Component
public final class JdbiProviderAccountRepository implements ProviderAccountRepository {
    private static final String COLUMNS =
            "id, plugin_id, name, enabled, position, settings::text AS settings, updated_at";

    private static final RowMapper<ProviderAccount> ACCOUNT = (row, context) -> new ProviderAccount(
            Rows.id(row, "id"),
            row.getString("plugin_id"),
            row.getString("name"),
            row.getBoolean("enabled"),
            row.getInt("position"),
            row.getString("settings"),
            Rows.instant(row, "updated_at"));

    private final Database database;

    @Activate
    public JdbiProviderAccountRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<ProviderAccount> list() {
        return database.with(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM provider_accounts ORDER BY position, plugin_id, name")
                .map(ACCOUNT)
                .list());
    }

    @Override
    public Optional<ProviderAccount> find(UUID id) {
        return database.with(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM provider_accounts WHERE id = :id")
                        .bind("id", id)
                        .map(ACCOUNT)
                        .findOne());
    }

    @Override
    public void put(ProviderAccount account) {
        database.with(handle -> handle.createUpdate(
                        "INSERT INTO provider_accounts (id, plugin_id, name, enabled, position,"
                                + " settings, updated_at) VALUES (:id, :plugin, :name, :enabled, :position,"
                                + " CAST(:settings AS jsonb), :updated) ON CONFLICT (id) DO UPDATE SET"
                                + " plugin_id = excluded.plugin_id, name = excluded.name, enabled = excluded.enabled,"
                                + " position = excluded.position, settings = excluded.settings, updated_at = excluded.updated_at")
                .bind("id", account.id())
                .bind("plugin", account.pluginId())
                .bind("name", account.name())
                .bind("enabled", account.enabled())
                .bind("position", account.position())
                .bind("settings", account.settings())
                .bind("updated", Rows.at(account.updatedAt()))
                .execute());
    }

    @Override
    public boolean remove(UUID id) {
        return database.with(handle -> handle.createUpdate("DELETE FROM provider_accounts WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }
}
