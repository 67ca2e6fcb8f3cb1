package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.Queue;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The configuration, checked.
 *
 * @param concurrency jobs at a time of each queue that this node works on
 * @param silence how long a worker may be silent before others take its jobs
 * @param drain how long running jobs may go on when their node or bundle stops
 * @param rates how often jobs of a kind may begin, for those kinds that have a limit
 */
public record EngineSettings(
        Map<Queue, Integer> concurrency,
        Backoff backoff,
        Duration silence,
        int rescues,
        int crashes,
        Duration drain,
        Duration history,
        Map<String, JobRate> rates) {
    private static final Duration LONGEST_HEARTBEAT = Duration.ofSeconds(2);
    private static final int BEATS_IN_SILENCE = 10;
    private static final Duration LEAST_MARGIN = Duration.ofSeconds(5);
    private static final int MOST_TICKS_PER_RESCUE = 10;
    private static final String RATE = "([^=,\\s]+)=(\\d{1,6})/(\\d{1,6})";

    public EngineSettings {
        concurrency = Map.copyOf(concurrency);
        rates = Map.copyOf(rates);
    }

    /** How often this node gives a sign of life. */
    Duration heartbeat() {
        Duration part = silence.dividedBy(BEATS_IN_SILENCE);
        return part.compareTo(LONGEST_HEARTBEAT) < 0 ? part : LONGEST_HEARTBEAT;
    }

    /**
     * How long jobs may go on after the last answered sign of life: so much shorter than the silence after which others take them
     * that handlers have time to stop, a quarter and at least five seconds, where that leaves half.
     */
    Duration trust() {
        Duration quarter = silence.dividedBy(4);
        Duration margin = quarter.compareTo(LEAST_MARGIN) > 0 ? quarter : LEAST_MARGIN;
        Duration half = silence.dividedBy(2);
        return half.compareTo(silence.minus(margin)) > 0 ? half : silence.minus(margin);
    }

    /** Seconds between two looks for the jobs of dead nodes. */
    int ticksPerRescue() {
        return (int) Math.max(1, Math.min(MOST_TICKS_PER_RESCUE, silence.toSeconds() / 4));
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
                Duration.ofDays(within("history.days", configuration.history_days(), 1, 3_650)),
                rates(configuration.rates()));
    }

    private static Map<String, JobRate> rates(String text) {
        Map<String, JobRate> rates = new HashMap<>();
        for (String part : text.split(",")) {
            Matcher rate = Pattern.compile(RATE).matcher(part.strip());
            if (rate.matches()) {
                int begins = within("rates", Integer.parseInt(rate.group(2)), 1, 100_000);
                int seconds = within("rates", Integer.parseInt(rate.group(3)), 1, 86_400);
                rates.put(rate.group(1), new JobRate(begins, Duration.ofSeconds(seconds)));
            } else if (!part.isBlank()) {
                throw new IllegalArgumentException("etc/dev.evergreen.jobs.cfg: rates has '" + part.strip()
                        + "'; write kind=begins/seconds, for example notifications.send=60/60");
            }
        }
        return rates;
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
