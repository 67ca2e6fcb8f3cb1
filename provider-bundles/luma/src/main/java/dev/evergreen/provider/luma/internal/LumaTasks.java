package dev.evergreen.provider.luma.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Result;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Tasks ({@code /generations}). An address of an output lives for an hour; asking for the task again gives a fresh one. */
final class LumaTasks {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_ADDRESSES = 2;

    private final LumaAccount account;

    LumaTasks(LumaAccount account) {
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
    <R extends Result> Outcome<R> begin(Map<String, Object> order, Map<String, String> state, CallContext call)
            throws ProviderException {
        JsonAnswer answer = account.client()
                .send(account.limited(VendorRequest.post("generations").json(order)), call)
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
            switch (body.text("/state")) {
                case "queued", "processing" -> {
                    return account.pace().again(task, account.clock());
                }
                case "completed" -> {
                    try {
                        return Outcome.done(finish.of(call.downloads().fetch(output(body), MOST_BYTES), task));
                    } catch (ProviderException e) {
                        if (e.kind() != Kind.BAD_RESPONSE || addresses == MOST_ADDRESSES) {
                            throw e;
                        }
                    }
                }
                case "failed" -> {
                    String code = body.text("/failure_code", "");
                    String reason = body.text("/failure_reason", "the task failed");
                    throw account.client()
                            .failure(answer, Failure.of(LumaErrors.ofTask(code, reason), code, reason, answer));
                }
                default ->
                    throw account.client()
                            .failure(
                                    answer,
                                    Failure.of(
                                            Kind.BAD_RESPONSE, body.text("/state"), "this state is not known", answer));
            }
        }
    }

    private static String path(Checkpoint task) throws ProviderException {
        String id = task.state().get(TASK);
        if (task.schema() > SCHEMA || id == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return "generations/" + VendorRequest.segment(id);
    }

    private static URI output(JsonAnswer body) throws ProviderException {
        try {
            return URI.create(body.text("/output/0/url"));
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The task's output has no address", e);
        }
    }
}
