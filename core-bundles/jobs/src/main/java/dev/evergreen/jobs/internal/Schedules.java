package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobSchedules;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.jobs.ScheduledJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submits jobs by the clock; every node asks, and the database lets one of them act. */
final class Schedules {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    private final JobSchedules schedules;
    private final Jobs jobs;
    private final List<ScheduledJob> all = new CopyOnWriteArrayList<>();
    private final Map<String, Optional<Cron>> read = new ConcurrentHashMap<>();

    Schedules(JobSchedules schedules, Jobs jobs) {
        this.schedules = schedules;
        this.jobs = jobs;
    }

    void add(ScheduledJob scheduled) {
        all.add(scheduled);
    }

    void remove(ScheduledJob scheduled) {
        all.remove(scheduled);
    }

    void submitDue() {
        for (ScheduledJob scheduled : all) {
            String expression = scheduled.schedule();
            read.computeIfAbsent(expression, text -> read(scheduled.name(), text))
                    .ifPresent(cron -> schedules.fire(
                            scheduled.name(), expression, cron::next, () -> jobs.submit(List.of(once(scheduled)))));
        }
    }

    private static Optional<Cron> read(String name, String expression) {
        try {
            return expression.isBlank() ? Optional.empty() : Optional.of(Cron.parse(expression));
        } catch (IllegalArgumentException e) {
            LOG.error("{} is never submitted: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static NewJob once(ScheduledJob scheduled) {
        NewJob job = scheduled.job();
        return new NewJob(
                job.id(),
                job.projectId(),
                job.parentId(),
                job.queue(),
                job.kind(),
                job.title(),
                job.priority(),
                job.input(),
                Optional.of("schedule:" + scheduled.name()),
                job.dependsOn(),
                job.deadline(),
                job.correlationId(),
                job.weight(),
                job.helper());
    }
}
