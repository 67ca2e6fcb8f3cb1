package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.jobs.NewJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a transaction submits is there with it, or was never. */
@Timeout(300)
class TransactionalSubmissionTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int TRANSACTIONS = FULL ? 10_000 : 500;

    @Test
    void whatWasRolledBackIsNeverSeen() throws Exception {
        Set<UUID> run = ConcurrentHashMap.newKeySet();
        Set<UUID> ghosts = new HashSet<>();
        List<UUID> real = new ArrayList<>();
        Random random = new Random(4_711);
        try (TestNode node = new TestNode(TestServer.emptied(), "node-a", TestNode.QUICK).start()) {
            node.handle("quick", context -> {
                run.add(context.job().id());
                return ok();
            });
            while (ghosts.size() < TRANSACTIONS) {
                boolean committed = random.nextInt(4) == 0;
                // Alone, several, and with one that depends on another: each is stored in a way of its own.
                List<NewJob> drafts = new ArrayList<>(List.of(job("quick")));
                for (int more = random.nextInt(3); more > 0; more--) {
                    drafts.add(random.nextBoolean() ? job("quick", drafts.get(0).id()) : job("quick"));
                }
                List<UUID> ids = drafts.stream().map(NewJob::id).toList();
                try {
                    node.database.transactions().run(() -> {
                        node.jobs.submit(drafts);
                        if (!committed) {
                            throw new ChangedMind();
                        }
                    });
                    real.addAll(ids);
                } catch (ChangedMind e) {
                    ghosts.addAll(ids);
                }
            }
            TestNode.await(
                    () -> run.size() >= real.size(),
                    Duration.ofMinutes(2),
                    () -> run.size() + " of " + real.size() + " have run");
            real.forEach(id -> node.awaitState(id, JobState.SUCCEEDED));

            assertEquals(new HashSet<>(real), run);
            assertTrue(ghosts.stream().noneMatch(id -> node.jobs.find(id).isPresent()));
            Set<String> told = new HashSet<>();
            node.events.forEach(event -> told.add(event.key()));
            assertTrue(ghosts.stream().noneMatch(id -> told.contains(id.toString())));
            System.out.printf(
                    "FIGURE jobs submitted and rolled back: %d, seen: 0; committed beside them: %d, run: %d%n",
                    ghosts.size(), real.size(), run.size());
        }
    }

    private static final class ChangedMind extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
