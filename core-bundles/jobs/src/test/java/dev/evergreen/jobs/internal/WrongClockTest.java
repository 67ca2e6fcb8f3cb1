package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes whose clocks are ten minutes wrong; leases are measured by the database's clock. */
@Timeout(120)
class WrongClockTest {
    private static final Duration WRONG = Duration.ofMinutes(10);
    private static final EngineSettings SETTINGS = TestNode.withSilence(Duration.ofSeconds(3));
    private static final Duration WORK = Duration.ofSeconds(4);

    @Test
    void noJobIsTakenFromANodeWhoseClockIsWrong() throws Exception {
        OpenDatabase database = TestServer.emptied();
        AtomicInteger begun = new AtomicInteger();
        JobHandler work = context -> {
            begun.incrementAndGet();
            long until = System.nanoTime() + WORK.toNanos();
            while (System.nanoTime() - until < 0) {
                context.throwIfCancelled();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            return ok();
        };
        Clock right = Clock.systemUTC();
        try (TestNode early = new TestNode(database, "early", SETTINGS, Clock.offset(right, WRONG)).start();
                TestNode late = new TestNode(database, "late", SETTINGS, Clock.offset(right, WRONG.negated())).start();
                TestNode node = new TestNode(database, "right", SETTINGS, right).start()) {
            List.of(early, late, node).forEach(one -> one.handle("work", work));
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                ids.add(node.submit(job("work")));
            }
            ids.forEach(id -> node.awaitState(id, JobState.SUCCEEDED));

            assertEquals(ids.size(), begun.get(), "each began once");
            ids.forEach(id -> assertEquals(1, node.job(id).attempts()));
        }
        System.out.println("FIGURE nodes with clocks 10 minutes wrong: 2, jobs taken from them too early: 0");
    }

    /** So the test above has put every clock wrong that there is: the engine is given one, and its statements use the database's. */
    @Test
    void theQueuesAskNoOtherClock() throws IOException {
        Pattern clocks = Pattern.compile("(Instant|Time|Date)\\.now\\(|currentTimeMillis|Clock\\.system|new Date\\(");
        List<String> asked = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("src/main/java"),
                Path.of("../persistence/src/main/java/dev/evergreen/persistence/internal/jobs"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (clocks.matcher(Files.readString(file)).find()) {
                        asked.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertEquals(List.of("JobNews.java"), asked.stream().sorted().toList());
    }
}
