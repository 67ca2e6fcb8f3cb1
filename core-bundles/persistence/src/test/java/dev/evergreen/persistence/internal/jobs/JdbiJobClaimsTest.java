package dev.evergreen.persistence.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobDraft;
import dev.evergreen.domain.job.JobStore;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No engine runs beside these claims: one that sorts the queue would hold rows back from them for a moment. */
final class JdbiJobClaimsTest {
    private final Database database = TestDatabase.open().database();
    private final JobStore store = new JdbiJobStore(database);
    private final JdbiJobClaims claims = new JdbiJobClaims(database);
    private final String kind = "kind-" + Samples.id();

    @Test
    void waitingIsWorthPriority() {
        UUID old = submit(0);
        long longer = JobStore.PRIORITY_STEP.toSeconds() * 2 + 1;
        database.with(handle -> handle.execute(
                "UPDATE generation_jobs SET rank = rank - make_interval(secs => ?) WHERE id = ?", longer, old));
        UUID urgent = submit(2);
        UUID veryUrgent = submit(3);

        UUID worker = Samples.id();
        claims.register(worker, "node-" + worker, 10);
        List<UUID> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            claims.claim(worker, Queue.GENERATION, List.of(kind), 1).stream()
                    .map(Job::id)
                    .forEach(order::add);
        }

        assertEquals(List.of(veryUrgent, old, urgent), order);
    }

    private UUID submit(int priority) {
        JobDraft draft = new JobDraft(
                Samples.id(),
                Optional.empty(),
                Optional.empty(),
                Queue.GENERATION,
                kind,
                "a " + kind,
                priority,
                "{}",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                3,
                1,
                "test");
        return store.insert(List.of(draft)).ids().get(0);
    }
}
