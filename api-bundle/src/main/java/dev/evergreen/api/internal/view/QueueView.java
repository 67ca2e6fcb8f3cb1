package dev.evergreen.api.internal.view;

import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import java.util.Locale;
import java.util.Map;

/** A queue as it is now. */
public record QueueView(
        Queue queue,
        boolean paused,
        long waiting,
        long parked,
        long running,
        long dead,
        double waitedSeconds,
        Map<String, String> links) {
    public static QueueView of(QueueState state) {
        return new QueueView(
                state.queue(),
                state.paused(),
                state.waiting(),
                state.parked(),
                state.running(),
                state.dead(),
                state.waited().toMillis() / 1000.0,
                Links.self(Links.of("queues/" + state.queue().name().toLowerCase(Locale.ROOT)))
                        .map());
    }
}
