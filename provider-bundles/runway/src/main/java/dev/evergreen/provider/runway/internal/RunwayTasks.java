package dev.evergreen.provider.runway.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Result;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks: begun by an order, asked after by their ids, and fetched when they have ended. An address of an output lives for a day; asking
 * for the task again gives a fresh one.
 */
final class RunwayTasks {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_ADDRESSES = 2;
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    private final RunwayAccount account;

    RunwayTasks(RunwayAccount account) {
        this.account = account;
    }

    /** Makes a result of the downloaded output. */
    interface Finish<R extends Result> {
        R of(Path output, Checkpoint task) throws ProviderException;
    }

    /**
     * Stores the task's id at once.
     *
     * @param state what {@link Finish} will need
     */
    <R extends Result> Outcome<R> begin(
            String path, Map<String, Object> order, Map<String, String> state, CallContext call)
            throws ProviderException {
        JsonAnswer answer = account.client()
                .send(account.limited(VendorRequest.post(path).json(order)), call)
                .json();
        Map<String, String> all = new HashMap<>(state);
        all.put(TASK, answer.text("/id"));
        Checkpoint task = PollingPace.begin(SCHEMA, all, account.clock());
        call.checkpoint(task);
        return account.pace().again(task, account.clock());
    }

    <R extends Result> Outcome<R> poll(Checkpoint task, CallContext call, Finish<R> finish) throws ProviderException {
        for (int addresses = 1; ; addresses++) {
            Answer answer = account.client().send(account.limited(VendorRequest.get(path(task))), call);
            JsonAnswer body = answer.json();
            switch (body.text("/status")) {
                case "PENDING", "THROTTLED", "RUNNING" -> {
                    body.optionalText("/progress").map(Double::parseDouble).ifPresent(call::progress);
                    return account.pace().again(task, account.clock());
                }
                case "SUCCEEDED" -> {
                    URI output = output(body);
                    try {
                        return new Outcome.Done<>(
                                finish.of(call.downloads().fetch(output, MOST_BYTES), task), charge(body));
                    } catch (ProviderException e) {
                        if (e.kind() != Kind.BAD_RESPONSE || addresses == MOST_ADDRESSES) {
                            throw paid(e, body);
                        }
                    }
                }
                case "FAILED" -> {
                    String code = body.text("/failureCode", "");
                    throw account.client()
                            .failure(
                                    answer,
                                    new Failure(
                                            RunwayErrors.ofTask(code),
                                            code,
                                            body.text("/failure", "the task failed"),
                                            Optional.empty(),
                                            charge(body)));
                }
                case "CANCELLED" ->
                    throw account.client()
                            .failure(
                                    answer,
                                    new Failure(
                                            Kind.CANCELLED,
                                            "CANCELLED",
                                            "the task was stopped",
                                            Optional.empty(),
                                            charge(body)));
                default ->
                    throw account.client()
                            .failure(
                                    answer,
                                    Failure.of(
                                            Kind.BAD_RESPONSE,
                                            body.text("/status"),
                                            "this state is not known",
                                            answer));
            }
        }
    }

    void cancel(Checkpoint task, CallContext call) throws ProviderException {
        // The call is over; what is asked for here must be sent all the same.
        account.client().send(account.limited(VendorRequest.delete(path(task))), CANCEL_LIMIT);
    }

    private static String path(Checkpoint task) throws ProviderException {
        String id = task.state().get(TASK);
        if (task.schema() > SCHEMA || id == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return "v1/tasks/" + VendorRequest.segment(id);
    }

    private static URI output(JsonAnswer body) throws ProviderException {
        try {
            return URI.create(body.text("/output/0"));
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The task's output has no address", e);
        }
    }

    /** A failure after the vendor has done its part costs what the task cost. */
    private ProviderException paid(ProviderException e, JsonAnswer body) throws ProviderException {
        return new ProviderException(e.kind(), String.valueOf(e.getMessage()), e, e.retryAfter(), charge(body));
    }

    private Optional<Money> charge(JsonAnswer body) throws ProviderException {
        if (!body.has("/cost/credits")) {
            return Optional.empty();
        }
        BigDecimal credits = body.number("/cost/credits");
        return Optional.of(account.catalogue().money(credits.multiply(account.creditPrice())));
    }
}
