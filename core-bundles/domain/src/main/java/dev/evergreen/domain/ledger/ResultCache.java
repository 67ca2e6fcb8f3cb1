package dev.evergreen.domain.ledger;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Exact results of earlier calls by the digest of the canonical request. */
@ProviderType
public interface ResultCache {
    /** JSON of the result, whose files are blob digests. */
    Optional<Entry> find(String key);

    void put(String key, Entry entry);

    /**
     * @param result JSON
     * @param plugin who served it
     * @param offer which offer
     * @param expiresAt when it is no longer used
     */
    record Entry(String result, String plugin, String offer, Instant expiresAt) {}
}
