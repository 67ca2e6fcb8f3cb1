package dev.evergreen.provider.kling.internal;

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
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tasks. Each lies below the path it was ordered at, and is known by the vendor's id and by the call's, which goes along. */
final class KlingTasks {
    static final String TEXT_TO_VIDEO = "v1/videos/text2video";
    static final String IMAGE_TO_VIDEO = "v1/videos/image2video";
    static final String IMAGES = "v1/images/generations";

    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final String PATH = "path";
    private static final long MOST_BYTES = 2L << 30;

    private final KlingAccount account;

    KlingTasks(KlingAccount account) {
        this.account = account;
    }

    /** Makes a result of the downloaded output. */
    interface Finish<R extends Result> {
        /** @param data the vendor's answer about the task that has ended */
        R of(Path output, JsonAnswer data, Checkpoint task);
    }

    /**
     * Stores the task's id at once.
     *
     * @param state what {@link Finish} will need
     */
    <R extends Result> Outcome<R> begin(
            String path, Map<String, Object> order, Map<String, String> state, CallContext call)
            throws ProviderException {
        Map<String, Object> named = new HashMap<>(order);
        named.put("external_task_id", call.id());
        JsonAnswer answer = account.checked(
                account.client().send(account.limited(VendorRequest.post(path).json(named)), call));
        Map<String, String> all = new HashMap<>(state);
        all.put(TASK, answer.text("/data/task_id"));
        all.put(PATH, path);
        Checkpoint task = PollingPace.begin(SCHEMA, all, account.clock());
        call.checkpoint(task);
        return account.pace().again(task, account.clock());
    }

    /** @param place of the output's address below the task's result, for example {@code /videos/0} */
    <R extends Result> Outcome<R> poll(Checkpoint task, String place, CallContext call, Finish<R> finish)
            throws ProviderException {
        Answer answer = account.client().send(account.limited(VendorRequest.get(address(task))), call);
        JsonAnswer body = account.checked(answer);
        String status = body.text("/data/task_status");
        switch (status) {
            case "submitted", "processing" -> {
                return account.pace().again(task, account.clock());
            }
            case "succeed" -> {
                Optional<Money> charge = account.charge(body);
                try {
                    Path output = call.downloads()
                            .fetch(URI.create(body.text("/data/task_result" + place + "/url")), MOST_BYTES);
                    return new Outcome.Done<>(finish.of(output, body.at("/data"), task), charge);
                } catch (IllegalArgumentException e) {
                    throw new ProviderException(
                            Kind.BAD_RESPONSE, "The task's output has no address", e, Optional.empty(), charge);
                } catch (ProviderException e) {
                    throw new ProviderException(e.kind(), String.valueOf(e.getMessage()), e, e.retryAfter(), charge);
                }
            }
            case "failed" -> {
                String message = body.text("/data/task_status_msg", "the task failed");
                throw account.client()
                        .failure(
                                answer,
                                new Failure(
                                        KlingErrors.ofTask(message),
                                        status,
                                        message,
                                        Optional.empty(),
                                        account.charge(body)));
            }
            default ->
                throw account.client()
                        .failure(answer, Failure.of(Kind.BAD_RESPONSE, status, "this state is not known", answer));
        }
    }

    /** @throws ProviderException when the checkpoint is none that this version reads */
    static String address(Checkpoint task) throws ProviderException {
        String id = task.state().get(TASK);
        String path = task.state().get(PATH);
        if (task.schema() > SCHEMA || id == null || path == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return address(path, id);
    }

    /** @param id the vendor's or the call's */
    static String address(String path, String id) {
        return path + "/" + VendorRequest.segment(id);
    }
}
