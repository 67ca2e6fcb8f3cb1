package dev.evergreen.api.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.QueueView;
import dev.evergreen.api.internal.view.ScheduleView;
import dev.evergreen.api.internal.view.WorkerView;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.Queues;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The queues, for the node's operator. */
public final class QueuesResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/queues", this::list);
        routes.put("/queues/{queue}", this::change);
        routes.get("/workers", this::workers);
        routes.get("/schedules", this::schedules);
    }

    private void list(Exchange exchange) {
        exchange.ok(queues(exchange).list().stream().map(QueueView::of).toList());
    }

    private void change(Exchange exchange) throws IOException {
        Queues queues = queues(exchange);
        Queue queue = queue(exchange.word("queue"));
        queues.pause(
                queue,
                exchange.body("QueueChange", JsonNode.class).get("paused").asBoolean());
        exchange.ok(queues.list().stream()
                .filter(state -> state.queue() == queue)
                .map(QueueView::of)
                .findFirst()
                .orElseThrow());
    }

    private void workers(Exchange exchange) {
        exchange.ok(queues(exchange).workers().stream().map(WorkerView::of).toList());
    }

    private void schedules(Exchange exchange) {
        exchange.ok(queues(exchange).schedules().stream().map(ScheduleView::of).toList());
    }

    private static Queue queue(String word) {
        return Arrays.stream(Queue.values())
                .filter(queue -> queue.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "queue",
                        "There is no queue '" + word + "'; there are "
                                + Arrays.toString(Queue.values()).toLowerCase(Locale.ROOT) + "."));
    }

    private static Queues queues(Exchange exchange) {
        exchange.require(Action.OPERATE, Optional.empty());
        return exchange.part(Queues.class);
    }
}
