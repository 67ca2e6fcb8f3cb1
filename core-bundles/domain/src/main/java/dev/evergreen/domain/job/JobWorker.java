package dev.evergreen.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A node that works on the queues, as all nodes see it.
 *
 * @param node its name
 * @param share what it works on
 * @param since when it began; later than the node's start where others had taken it for dead
 * @param silent how long ago it gave its last sign of life
 */
public record JobWorker(String node, Share share, Instant since, Duration silent) {
    /**
     * A node's part of the work, as it was configured.
     *
     * @param concurrency jobs at a time of each queue that it works on; empty for a node that only answers requests
     * @param rates how often jobs of a kind may begin on all nodes together, as this node has it
     */
    public record Share(Map<Queue, Integer> concurrency, Map<String, JobRate> rates) {
        /** Of a node of which nothing is known. */
        public static final Share NONE = new Share(Map.of(), Map.of());

        public Share {
            concurrency = concurrency == null ? Map.of() : Map.copyOf(concurrency);
            rates = rates == null ? Map.of() : Map.copyOf(rates);
        }
    }
}
