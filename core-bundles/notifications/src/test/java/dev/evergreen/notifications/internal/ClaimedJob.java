package dev.evergreen.notifications.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.jobs.JobContext;
import java.util.Optional;
import java.util.UUID;

/** @param job as a worker has claimed it */
record ClaimedJob(Job job) implements JobContext {
    /** The job that sends a message. */
    static ClaimedJob of(Message message) {
        return new ClaimedJob(new Job(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Queue.NOTIFICATIONS,
                Message.MAIL,
                "Tell",
                JobState.RUNNING,
                0,
                0,
                "",
                Json.write(message),
                "{}",
                "",
                1,
                1,
                "test",
                Office.NOW,
                Optional.of(Office.NOW),
                Optional.empty()));
    }

    @Override
    public void progress(int percent, String stage) {
        throw new AssertionError("a message has no progress");
    }

    @Override
    public void throwIfCancelled() {
        // Nobody cancels it.
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return () -> {};
    }

    @Override
    public String outputOf(UUID jobId) {
        throw new AssertionError("a message depends on nothing");
    }
}
