package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.JobSchedules;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.ScheduledJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Runs this node's share of the jobs. While a handler service goes away, its jobs may end; then they are handed back, and jobs of
 * its kind are parked until another one arrives.
 */
@Component(
        service = JobEngine.class,
        immediate = true,
        configurationPid = {JobEngine.NODE_PID, JobEngine.PID})
public final class JobEngine {
    static final String PID = "dev.evergreen.jobs";
    static final String NODE_PID = "dev.evergreen.node";

    private static final int MOST_TOLD = 10_000;

    private final HandlerRegistry handlers = new HandlerRegistry();
    private final JobNews news;
    private final EngineSettings settings;
    private final JobClaims claims;
    private final RunningJobs running;
    private final Heartbeat heartbeat;
    private final Schedules schedules;
    private final Upkeep upkeep;
    private final Dispatcher dispatcher;
    private final EventBus bus;
    private final List<EventBus.Subscription> remote = new ArrayList<>();
    /** Waiting jobs of which this node told everybody, itself included: what it hears of them it has acted on already. */
    private final Set<String> toldHere = ConcurrentHashMap.newKeySet();

    private final JobNews.Listener listener = new JobNews.Listener() {
        @Override
        public void changed(Job job) {
            JobEngine.this.changed(job);
        }

        @Override
        public void stopWanted(UUID id) {
            running.find(id).ifPresent(job -> job.stop(RunningJob.Stop.CANCELLED));
        }
    };

    @Activate
    public JobEngine(
            @Reference JobClaims claims,
            @Reference Jobs jobs,
            @Reference Transactions transactions,
            @Reference NodeData node,
            @Reference JobNews news,
            @Reference EventBus bus,
            @Reference JobSchedules times,
            JobsConfiguration configuration) {
        this(claims, jobs, transactions, node.nodeId(), news, bus, times, EngineSettings.of(configuration));
    }

    public JobEngine(
            JobClaims claims,
            Jobs jobs,
            Transactions transactions,
            String node,
            JobNews news,
            EventBus bus,
            JobSchedules times,
            EngineSettings settings) {
        this.news = news;
        this.bus = bus;
        this.claims = claims;
        this.settings = settings;
        JobRunner runner = new JobRunner(claims, jobs, transactions, news, settings.backoff());
        this.running = new RunningJobs(claims, news, runner, jobs, settings.concurrency());
        this.heartbeat = new Heartbeat(claims, news, running, settings, node);
        this.schedules = new Schedules(times, jobs);
        this.upkeep = new Upkeep(claims, news, running, handlers, schedules, heartbeat, settings);
        this.dispatcher = new Dispatcher(claims, news, handlers, running, heartbeat, settings.rates());
    }

    @Activate
    public void start() {
        news.listen(listener);
        heartbeat.start(dispatcher::wake);
        upkeep.start();
        dispatcher.start();
        remote.add(bus.subscribe(JobNews.PROGRESS, this::heard));
        remote.add(bus.subscribe(EventBus.GAP, event -> dispatcher.wake()));
    }

    @Deactivate
    public void stop() {
        remote.forEach(EventBus.Subscription::close);
        dispatcher.stop();
        running.handBack(job -> true, settings.drain());
        news.unlisten(listener);
        upkeep.stop();
        heartbeat.stop();
        running.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addHandler(JobHandler handler, Map<String, Object> properties) {
        String kind = kind(handler, properties);
        handlers.add(kind, handler);
        upkeep.handlerArrived(kind);
        dispatcher.wake();
    }

    void removeHandler(JobHandler handler, Map<String, Object> properties) {
        if (handlers.remove(kind(handler, properties), handler)) {
            upkeep.parkSoon();
        }
        running.handBack(job -> job.handler() == handler, settings.drain());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addScheduledJob(ScheduledJob scheduled) {
        schedules.add(scheduled);
    }

    void removeScheduledJob(ScheduledJob scheduled) {
        schedules.remove(scheduled);
    }

    private void changed(Job job) {
        if (job.state() == JobState.PENDING) {
            if (toldHere.size() >= MOST_TOLD) {
                toldHere.clear();
            }
            toldHere.add(job.id().toString());
            if (handlers.find(job.kind()).isEmpty()) {
                upkeep.parkSoon();
            } else {
                dispatcher.wake(job.queue());
            }
        } else if (job.state() == JobState.CANCELLED) {
            running.find(job.id())
                    .filter(mine -> mine.job().fence() == job.fence())
                    .ifPresent(mine -> mine.stop(RunningJob.Stop.CANCELLED));
        }
    }

    /** Another node has put a job into a queue, or given one back. */
    private void heard(Event event) {
        if (JobState.PENDING.name().equals(event.payload().get("state")) && !toldHere.remove(event.key())) {
            for (Queue queue : Queue.values()) {
                if (queue.name().equals(event.payload().get("queue"))) {
                    dispatcher.wake(queue);
                }
            }
        }
    }

    private static String kind(JobHandler handler, Map<String, Object> properties) {
        if (properties.get(JobHandler.KIND) instanceof String kind && !kind.isBlank()) {
            return kind;
        }
        throw new IllegalArgumentException("The job handler "
                + handler.getClass().getName() + " has no service property " + JobHandler.KIND + " naming its kind");
    }

    /** How many jobs of this node are at work, for tests and figures. */
    int busy() {
        return running.count();
    }

    JobClaims claims() {
        return claims;
    }
}
