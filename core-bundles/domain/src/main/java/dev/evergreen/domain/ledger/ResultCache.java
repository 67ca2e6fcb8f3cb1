package dev.evergreen.domain.ledger;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Results of earlier calls by the digest of the canonical request, and by prompts that are alike. */
@ProviderType
public interface ResultCache {
    /** JSON of the result, whose files are blob digests. */
    Optional<Entry> find(String key);

    /** @param prompt what it was asked with; empty where only equal requests may have the result */
    void put(String key, Entry entry, Optional<Prompt> prompt);

    /**
     * The result whose words are most alike, of the same scope; of equally alike ones the newest.
     *
     * @param least how alike they have to be at least, 0 to 1: the trigrams that both have by all that either has, as
     *     PostgreSQL's pg_trgm counts them
     */
    Optional<Similar> findSimilar(Prompt prompt, double least);

    /**
     * The words of a request that may differ a little.
     *
     * @param scope digest of all that has to be the same
     * @param words what is compared
     * @param text the prompt as it was asked, for people
     */
    record Prompt(String scope, String words, String text) {}

    /**
     * @param text the prompt that the result was asked with
     * @param alikeness 0 to 1
     */
    record Similar(Entry entry, String text, double alikeness) {}

    /**
     * @param result JSON
     * @param plugin who served it
     * @param offer which offer
     * @param expiresAt when it is no longer used
     */
    record Entry(String result, String plugin, String offer, Instant expiresAt) {}
}
