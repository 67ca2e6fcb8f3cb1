package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Results in {@code result_cache}; what has expired goes with the next one that is put. */
@Component
public final class JdbiResultCache implements ResultCache {
    private static final RowMapper<Entry> ENTRY = (row, context) -> new Entry(
            row.getString("result"), row.getString("plugin"), row.getString("offer"), Rows.instant(row, "expires_at"));

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
                .map(ENTRY)
                .findOne());
    }

    @Override
    public Optional<Similar> findSimilar(Prompt prompt, double least) {
        return database.with(handle -> handle.createQuery("SELECT * FROM (SELECT result::text AS result, plugin, offer,"
                        + " expires_at, created_at, prompt, similarity(words, :words) AS alike FROM result_cache"
                        + " WHERE scope = :scope AND expires_at > now()) AS kept"
                        + " WHERE alike >= :least ORDER BY alike DESC, created_at DESC LIMIT 1")
                .bind("scope", prompt.scope())
                .bind("words", prompt.words())
                .bind("least", least)
                .map((row, context) ->
                        new Similar(ENTRY.map(row, context), row.getString("prompt"), row.getDouble("alike")))
                .findOne());
    }

    @Override
    public void put(String key, Entry entry, Optional<Prompt> prompt) {
        database.with(handle -> {
            handle.createUpdate("DELETE FROM result_cache WHERE expires_at <= now() AND key <> :key")
                    .bind("key", key)
                    .execute();
            return handle.createUpdate(
                            "INSERT INTO result_cache (key, result, plugin, offer, expires_at, scope, words, prompt)"
                                    + " VALUES (:key, CAST(:result AS json), :plugin, :offer, :expires, :scope, :words, :prompt)"
                                    + " ON CONFLICT (key) DO UPDATE"
                                    + " SET result = excluded.result, plugin = excluded.plugin, offer = excluded.offer,"
                                    + " scope = excluded.scope, words = excluded.words, prompt = excluded.prompt,"
                                    + " created_at = now(), expires_at = excluded.expires_at")
                    .bind("key", key)
                    .bind("result", entry.result())
                    .bind("plugin", entry.plugin())
                    .bind("offer", entry.offer())
                    .bind("expires", Rows.at(entry.expiresAt()))
                    .bind("scope", prompt.map(Prompt::scope).orElse(null))
                    .bind("words", prompt.map(Prompt::words).orElse(null))
                    .bind("prompt", prompt.map(Prompt::text).orElse(null))
                    .execute();
        });
    }
}
