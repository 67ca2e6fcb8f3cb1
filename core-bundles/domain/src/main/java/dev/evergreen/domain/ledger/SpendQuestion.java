package dev.evergreen.domain.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is asked of the ledger.
 *
 * @param by what lines are added up by
 * @param projectId only what this project bought
 * @param from only what was charged at or after that time
 * @param until only what was charged before that time
 */
public record SpendQuestion(By by, Optional<UUID> projectId, Optional<Instant> from, Optional<Instant> until) {
    /** Days are those of UTC; a person is who started the work. */
    public enum By {
        PROVIDER,
        ACCOUNT,
        PROJECT,
        PERSON,
        DAY
    }
}
