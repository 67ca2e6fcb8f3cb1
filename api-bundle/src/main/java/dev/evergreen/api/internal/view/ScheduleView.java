package dev.evergreen.api.internal.view;

import dev.evergreen.domain.job.JobSchedule;
import java.time.Instant;
import java.util.Optional;

/** What is submitted by the clock, once for all nodes. */
public record ScheduleView(String name, String schedule, Instant nextAt, Optional<Instant> lastAt) {
    public static ScheduleView of(JobSchedule schedule) {
        return new ScheduleView(schedule.name(), schedule.expression(), schedule.next(), schedule.fired());
    }
}
