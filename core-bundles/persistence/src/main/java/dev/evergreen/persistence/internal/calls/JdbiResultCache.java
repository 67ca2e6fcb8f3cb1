package dev.evergreen.persistence.internal.calls;

import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.persistence.internal.Database;
import java.sql.Timestamp;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Results in {@code result_cache}; a new one sweeps out those that have expired. */
@Component
public final class JdbiResultCache implements ResultCache {
    private final Database database;

    @Activate
    public JdbiResultCache(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<Entry> find(String key) {
        return database.with(handle -> handle.createQuery("SELECT result::text AS result, plugin, offer, expires_at"
                        + " FROM result_cache WHERE key = :key AND expires_at > now()")
                .bind("key", key)
                .map((row, context) -> new Entry(
                        row.getString("result"),
                        row.getString("plugin"),
                        row.getString("offer"),
                        row.getTimestamp("expires_at").toInstant()))
                .findOne());
    }

    @Override
    public void put(String key, Entry entry) {
        database.inTransaction(handle -> {
            handle.createUpdate("DELETE FROM result_cache WHERE key IN (SELECT key FROM result_cache"
                            + " WHERE expires_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED)")
                    .execute();
            return handle.createUpdate("INSERT INTO result_cache (key, result, plugin, offer, expires_at)"
                            + " VALUES (:key, :result::json, :plugin, :offer, :expiresAt)"
                            + " ON CONFLICT (key) DO UPDATE SET result = EXCLUDED.result, plugin = EXCLUDED.plugin,"
                            + " offer = EXCLUDED.offer, created_at = now(), expires_at = EXCLUDED.expires_at")
                    .bind("key", key)
                    .bind("result", entry.result())
                    .bind("plugin", entry.plugin())
                    .bind("offer", entry.offer())
                    .bind("expiresAt", Timestamp.from(entry.expiresAt()))
                    .execute();
        });
    }
}
