package dev.evergreen.provider.fal.internal;

import dev.evergreen.kit.generation.ResultAddresses;
import dev.evergreen.kit.generation.TaskVendor;
import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests in the queue. Status, result and cancellation have addresses of their own, which the vendor names and nobody builds. */
final class FalQueue implements TaskVendor {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final String STATUS = "status";
    private static final String RESPONSE = "response";
    private static final String CANCEL = "cancel";
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    private final FalAccount account;

    FalQueue(FalAccount account) {
        this.account = account;
    }

    @Override
    public Optional<String> objection(MediaFile input) {
        try {
            long size = Files.size(input.path());
            return size > account.largestFile()
                    ? Optional.of("a file has " + size + " bytes; at most " + account.largestFile()
                            + " go inside a request (the account's largestFile)")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("the file " + input.path().getFileName() + " cannot be read");
        }
    }

    @Override
    public String input(MediaFile input, CallContext call) throws ProviderException {
        return "data:" + input.mediaType() + ";base64," + ResultFiles.encoded(input);
    }

    @Override
    public <R extends Result> Outcome<R> begin(
            Model model, Map<String, Object> input, Map<String, String> state, CallContext call)
            throws ProviderException {
        String path = Arrays.stream(model.option("model", model.id()).split("/", -1))
                .map(VendorRequest::segment)
                .collect(Collectors.joining("/"));
        JsonAnswer answer = account.client()
                .send(account.limited(VendorRequest.post(path).json(input)), call)
                .json();
        Map<String, String> all = new HashMap<>(state);
        all.put(TASK, answer.text("/request_id"));
        all.put(STATUS, answer.text("/status_url"));
        all.put(RESPONSE, answer.text("/response_url"));
        all.put(CANCEL, answer.text("/cancel_url"));
        Checkpoint task = PollingPace.begin(SCHEMA, all, account.clock());
        call.checkpoint(task);
        return account.pace().again(task, account.clock());
    }

    @Override
    public <R extends Result> Outcome<R> poll(Checkpoint task, CallContext call, Finish<R> finish)
            throws ProviderException {
        Answer answer = account.client().send(account.limited(VendorRequest.get(address(task, STATUS))), call);
        JsonAnswer body = answer.json();
        String status = body.text("/status");
        if (status.equals("IN_QUEUE") || status.equals("IN_PROGRESS")) {
            return account.pace().again(task, account.clock());
        }
        if (!status.equals("COMPLETED")) {
            throw account.client()
                    .failure(answer, Failure.of(Kind.BAD_RESPONSE, status, "this state is not known", answer));
        }
        // What failed is completed as well; its result is the error.
        Answer result = account.client().send(account.limited(VendorRequest.get(address(task, RESPONSE))), call);
        JsonAnswer output = result.json();
        if (body.has("/error")) {
            throw account.client()
                    .failure(
                            result,
                            Failure.of(
                                    Kind.UNAVAILABLE, body.text("/error_type", ""), body.text("/error", ""), result));
        }
        for (JsonAnswer hidden : output.list("/has_nsfw_concepts")) {
            if (hidden.flag("")) {
                throw account.client()
                        .failure(
                                result,
                                Failure.of(
                                        Kind.CONTENT_REJECTED,
                                        "has_nsfw_concepts",
                                        "the picture was made black",
                                        result));
            }
        }
        return new Outcome.Done<>(finish.of(ResultAddresses.fetch(output, call), task.state()), Optional.empty());
    }

    @Override
    public void cancel(Checkpoint task, CallContext call) throws ProviderException {
        try {
            // The call is over; what is asked for here must be sent all the same.
            account.client().send(account.limited(VendorRequest.of("PUT", address(task, CANCEL))), CANCEL_LIMIT);
        } catch (ProviderException e) {
            // 400 says that it has ended already, which is as good.
            if (e.kind() != Kind.INVALID_REQUEST) {
                throw e;
            }
        }
    }

    private static String address(Checkpoint task, String name) throws ProviderException {
        String address = task.state().get(name);
        if (task.schema() > SCHEMA || address == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return address;
    }
}
