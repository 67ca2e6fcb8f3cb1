package dev.evergreen.domain.telemetry;

import java.util.Optional;
import org.slf4j.MDC;

/**
 * The id of the request that caused what this thread is doing. Log lines carry it as {@value #KEY}; jobs and provider calls
 * store it, so that one search finds all that came of one request.
 */
public final class Correlation {
    /** Its name in log lines. */
    public static final String KEY = "correlationId";

    private Correlation() {}

    /** The id this thread works for, if any. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /** Lets this thread work for the given id until the scope is closed, by the same thread. */
    public static Scope open(String id) {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        return () -> {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        };
    }

    /** Carries the present id, if any, over to the thread that will run the task. */
    public static Runnable carry(Runnable task) {
        return current()
                .<Runnable>map(id -> () -> {
                    try (Scope scope = open(id)) {
                        task.run();
                    }
                })
                .orElse(task);
    }

    /** Ends the work for an id; what was before it holds again. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
