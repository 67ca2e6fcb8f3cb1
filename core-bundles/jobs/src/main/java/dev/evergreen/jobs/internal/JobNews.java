package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.Transactions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells everybody about changed jobs once their transaction has committed: the event bus, and the engine of this node. */
@Component(service = JobNews.class)
public final class JobNews {
    static final String PROGRESS = "generation:progress";
    static final String PROJECT = "project:updated";
    static final String ERROR = "error:occurred";

    /** Somebody in this bundle who acts on news at once. */
    interface Listener {
        /** The job's row is now as given. */
        void changed(Job job);

        /** This node begins an attempt at the job. */
        default void begun(Job job) {
            // Most listeners only care how jobs end.
        }

        /** Somebody wants the job to stop, wherever it runs. */
        void stopWanted(UUID id);
    }

    private final EventBus bus;
    private final Transactions transactions;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public JobNews(@Reference EventBus bus, @Reference Transactions transactions) {
        this(bus, transactions, Clock.systemUTC());
    }

    JobNews(EventBus bus, Transactions transactions, Clock clock) {
        this.bus = bus;
        this.transactions = transactions;
        this.clock = clock;
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    void unlisten(Listener listener) {
        listeners.remove(listener);
    }

    void tell(List<Job> changed) {
        if (!changed.isEmpty()) {
            transactions.afterCommit(() -> changed.forEach(this::tellOne));
        }
    }

    /** Tells this node only. */
    void begun(Job job) {
        listeners.forEach(listener -> listener.begun(job));
    }

    void wantStop(Iterable<UUID> ids) {
        transactions.afterCommit(() -> ids.forEach(id -> listeners.forEach(listener -> listener.stopWanted(id))));
    }

    private void tellOne(Job job) {
        listeners.forEach(listener -> listener.changed(job));
        Map<String, @Nullable Object> payload = payload(job);
        publish(PROGRESS, job, payload);
        if (job.state() == JobState.FAILED || job.state() == JobState.DEAD) {
            publish(ERROR, job, payload);
        }
        if (job.state().isFinal() && job.parentId().isEmpty() && job.projectId().isPresent()) {
            publish(PROJECT, job, payload);
        }
    }

    private void publish(String topic, Job job, Map<String, @Nullable Object> payload) {
        bus.publish(new Event(topic, job.id().toString(), payload, clock.instant()));
    }

    private static Map<String, @Nullable Object> payload(Job job) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("jobId", job.id().toString());
        payload.put("projectId", job.projectId().map(UUID::toString).orElse(null));
        payload.put("parentId", job.parentId().map(UUID::toString).orElse(null));
        payload.put("kind", job.kind());
        payload.put("title", job.title());
        payload.put("queue", job.queue().name());
        payload.put("state", job.state().name());
        payload.put("progress", job.progress());
        payload.put("stage", job.stage());
        payload.put("error", job.error());
        payload.put("correlationId", job.correlationId());
        return payload;
    }
}
