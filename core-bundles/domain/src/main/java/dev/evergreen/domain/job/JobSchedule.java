package dev.evergreen.domain.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is done by the clock, once for all nodes.
 *
 * @param name of the schedule
 * @param expression as crontab(5) has it, in UTC
 * @param next when it is due
 * @param fired when it was done last; empty before the first time
 */
public record JobSchedule(String name, String expression, Instant next, Optional<Instant> fired) {}
