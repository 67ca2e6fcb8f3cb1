package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Queue;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration, checked.
 *
 * @param concurrency jobs at a time of each queue that this node works on
 * @param silence how long a worker may be silent before others take its jobs
 * @param drain how long running jobs may go on when their node or bundle stops
 */
record EngineSettings(
        Map<Queue, Integer> concurrency,
        Backoff backoff,
        Duration silence,
        int rescues,
        int crashes,
        Duration drain,
        Duration history) {
    EngineSettings {
        concurrency = Map.copyOf(concurrency);
    }

    static EngineSettings of(JobsConfiguration configuration) {
        Set<String> roles = Arrays.stream(configuration.roles().split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        boolean works = roles.contains("generation") || roles.contains("processing") || roles.contains("export");
        Map<Queue, Integer> concurrency = new EnumMap<>(Queue.class);
        put(concurrency, Queue.HIGH_PRIORITY, works, configuration.high__priority());
        put(concurrency, Queue.GENERATION, roles.contains("generation"), configuration.generation());
        put(concurrency, Queue.PROCESSING, roles.contains("processing"), configuration.processing());
        put(concurrency, Queue.EXPORT, roles.contains("export"), configuration.export());
        put(concurrency, Queue.NOTIFICATIONS, works, configuration.notifications());
        return new EngineSettings(
                concurrency,
                new Backoff(
                        Duration.ofMillis(configuration.backoff_millis()),
                        Duration.ofMillis(configuration.backoff_max_millis())),
                Duration.ofSeconds(within("rescue.seconds", configuration.rescue_seconds(), 10, 3_600)),
                within("rescues", configuration.rescues(), 1, 100),
                within("crashes", configuration.crashes(), 1, 1_000),
                Duration.ofSeconds(within("drain.seconds", configuration.drain_seconds(), 0, 600)),
                Duration.ofDays(within("history.days", configuration.history_days(), 1, 3_650)));
    }

    private static void put(Map<Queue, Integer> concurrency, Queue queue, boolean wanted, int jobs) {
        int allowed = within(queue.name().toLowerCase(Locale.ROOT), jobs, 0, 64);
        if (wanted && allowed > 0) {
            concurrency.put(queue, allowed);
        }
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "etc/dev.evergreen.jobs.cfg: " + key + " = " + value + " is outside " + least + " to " + most);
        }
        return value;
    }
}
