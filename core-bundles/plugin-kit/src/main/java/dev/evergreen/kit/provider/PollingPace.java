package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a vendor is asked about a task: the rests grow with the task's age, an eighth of it, within bounds. The age is in the
 * checkpoint, so that the pace is the same after a restart.
 *
 * @param shortest also the rest before the first question
 * @param longest rest
 * @param patience after which the task counts as lost
 */
public record PollingPace(Duration shortest, Duration longest, Duration patience) {
    private static final String SINCE = "since";
    private static final int SHARE = 8;

    /** The checkpoint of a task that begins now. */
    public static Checkpoint begin(int schema, Map<String, String> state, Clock clock) {
        Map<String, String> all = new HashMap<>(state);
        all.put(SINCE, clock.instant().toString());
        return new Checkpoint(schema, all);
    }

    /** To be asked again after a rest. */
    public <R extends Result> Outcome<R> again(Checkpoint task, Clock clock) throws ProviderException {
        Duration age = age(task, clock);
        if (age.compareTo(patience) > 0) {
            throw new ProviderException(
                    ProviderException.Kind.TIMEOUT,
                    "The vendor's task has not ended within " + patience.toMinutes() + " minutes: "
                            + task.state().getOrDefault("task", "?"));
        }
        Duration rest = age.dividedBy(SHARE);
        Duration bounded = rest.compareTo(shortest) < 0 ? shortest : rest.compareTo(longest) > 0 ? longest : rest;
        return new Outcome.Pending<>(task, bounded);
    }

    private static Duration age(Checkpoint task, Clock clock) {
        String since = task.state().get(SINCE);
        return since == null ? Duration.ZERO : Duration.between(Instant.parse(since), clock.instant());
    }
}
