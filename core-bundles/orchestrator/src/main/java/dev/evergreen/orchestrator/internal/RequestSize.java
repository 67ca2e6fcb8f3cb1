package dev.evergreen.orchestrator.internal;

import java.time.Duration;

/** Classes of requests by how long their offer says that they take, so that a film's minute is not compared with a second's. */
enum RequestSize {
    /** Up to two seconds. */
    SMALL(Duration.ofSeconds(2)),
    /** Up to twenty seconds. */
    MEDIUM(Duration.ofSeconds(20)),
    /** Up to two minutes. */
    LARGE(Duration.ofMinutes(2)),
    HUGE(Duration.ofSeconds(Long.MAX_VALUE));

    private static final RequestSize[] ALL = values();

    private final Duration most;

    RequestSize(Duration most) {
        this.most = most;
    }

    /** @param quoted how long the offer says that it takes */
    static RequestSize of(Duration quoted) {
        for (RequestSize size : ALL) {
            if (quoted.compareTo(size.most) <= 0) {
                return size;
            }
        }
        return HUGE;
    }
}
