package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks: begun by an order, which says what they cost, and asked after at the address that the vendor gives, as they live in one of its
 * regions. A picture's address lives for ten minutes; asking for the task again gives a fresh one.
 */
final class FluxTasks {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final String ADDRESS = "address";
    private static final String COST = "cost";
    private static final String TYPE = "type";
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_ADDRESSES = 2;

    private final FluxAccount account;

    FluxTasks(FluxAccount account) {
        this.account = account;
    }

    /** Stores the task at once. */
    Outcome<ImageResult> begin(String model, Map<String, Object> order, CallContext call) throws ProviderException {
        JsonAnswer answer = account.client()
                .send(
                        account.limited(VendorRequest.post("v1/" + VendorRequest.segment(model))
                                .json(order)),
                        call)
                .json();
        Map<String, String> state = new HashMap<>();
        state.put(TASK, answer.text("/id"));
        state.put(ADDRESS, answer.text("/polling_url"));
        state.put(TYPE, "image/" + order.get("output_format"));
        if (answer.has("/cost")) {
            state.put(COST, answer.number("/cost").toPlainString());
        }
        Checkpoint task = PollingPace.begin(SCHEMA, state, account.clock());
        call.checkpoint(task);
        return account.pace().again(task, account.clock());
    }

    Outcome<ImageResult> poll(Checkpoint task, CallContext call) throws ProviderException {
        String address = stored(task, ADDRESS);
        for (int addresses = 1; ; addresses++) {
            Answer answer = account.client().send(account.limited(VendorRequest.get(address)), call);
            JsonAnswer body = answer.json();
            String status = body.text("/status");
            switch (status) {
                case "Pending" -> {
                    body.optionalText("/progress")
                            .filter(progress -> progress.matches("[01](\\.\\d+)?"))
                            .map(Double::parseDouble)
                            .ifPresent(progress -> call.progress(Math.min(1, progress)));
                    return account.pace().again(task, account.clock());
                }
                case "Ready" -> {
                    URI sample = sample(body);
                    try {
                        MediaFile picture =
                                new MediaFile(call.downloads().fetch(sample, MOST_BYTES), stored(task, TYPE));
                        return new Outcome.Done<>(new ImageResult(picture, List.of()), charge(task));
                    } catch (ProviderException e) {
                        if (e.kind() != Kind.BAD_RESPONSE || addresses == MOST_ADDRESSES) {
                            throw new ProviderException(
                                    e.kind(), String.valueOf(e.getMessage()), e, e.retryAfter(), charge(task));
                        }
                    }
                }
                case "Request Moderated", "Content Moderated" ->
                    throw failed(
                            answer, Kind.CONTENT_REJECTED, status, details(body, "the vendor refuses the content"));
                case "Error" -> throw failed(answer, Kind.UNAVAILABLE, status, details(body, "the task failed"));
                default ->
                    throw failed(answer, Kind.BAD_RESPONSE, status, details(body, "the task cannot be had any more"));
            }
        }
    }

    private ProviderException failed(Answer answer, Kind kind, String status, String message) {
        return account.client().failure(answer, Failure.of(kind, status, message, answer));
    }

    private static String details(JsonAnswer body, String otherwise) throws ProviderException {
        return body.has("/details") ? body.at("/details").toString() : otherwise;
    }

    private static String stored(Checkpoint task, String name) throws ProviderException {
        String value = task.state().get(name);
        if (task.schema() > SCHEMA || value == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return value;
    }

    private static URI sample(JsonAnswer body) throws ProviderException {
        try {
            return URI.create(body.text("/result/sample"));
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The task's picture has no address", e);
        }
    }

    private Optional<Money> charge(Checkpoint task) {
        return Optional.ofNullable(task.state().get(COST))
                .map(credits -> account.catalogue().money(new BigDecimal(credits).multiply(account.creditPrice())));
    }
}
