package dev.evergreen.provider.replicate.internal;

import dev.evergreen.kit.generation.Pricing;
import dev.evergreen.kit.generation.ResultAddresses;
import dev.evergreen.kit.generation.TaskVendor;
import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.Money;
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

/** Predictions: ordered from a model or from one of its versions, and asked after by their ids. Outputs live for an hour. */
final class Predictions implements TaskVendor {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final String MODEL = "model";
    private static final String VERSION = "version";
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    private final ReplicateAccount account;

    Predictions(ReplicateAccount account) {
        this.account = account;
    }

    @Override
    public Optional<String> objection(MediaFile input) {
        // Small files go inside the request and large ones are uploaded; what a model takes, it says itself.
        return Files.isReadable(input.path())
                ? Optional.empty()
                : Optional.of("the file " + input.path().getFileName() + " cannot be read");
    }

    @Override
    public String input(MediaFile input, CallContext call) throws ProviderException {
        try {
            if (Files.size(input.path()) <= account.inlineBytes()) {
                return "data:" + input.mediaType() + ";base64," + ResultFiles.encoded(input);
            }
        } catch (IOException e) {
            throw new ProviderException(
                    Kind.INVALID_REQUEST, "The file " + input.path().getFileName() + " cannot be read", e);
        }
        Multipart form = new Multipart()
                .file("content", "input" + ResultFiles.ending(input.mediaType()), input.mediaType(), input.path());
        return account.client()
                .send(account.limited(VendorRequest.post("files").form(form)), call)
                .json()
                .text("/urls/get");
    }

    @Override
    public <R extends Result> Outcome<R> begin(
            Model model, Map<String, Object> input, Map<String, String> state, CallContext call)
            throws ProviderException {
        Map<String, Object> order = new HashMap<>();
        order.put("input", input);
        String version = model.option(VERSION, "");
        if (!version.isBlank()) {
            order.put(VERSION, version);
        }
        JsonAnswer answer = account.client()
                .send(account.limited(VendorRequest.post(orders(model)).json(order)), call)
                .json();
        Map<String, String> all = new HashMap<>(state);
        all.put(TASK, answer.text("/id"));
        all.put(MODEL, model.id());
        Checkpoint task = PollingPace.begin(SCHEMA, all, account.clock());
        call.checkpoint(task);
        return account.pace().again(task, account.clock());
    }

    @Override
    public <R extends Result> Outcome<R> poll(Checkpoint task, CallContext call, Finish<R> finish)
            throws ProviderException {
        Answer answer = account.client().send(account.limited(VendorRequest.get(path(task))), call);
        JsonAnswer body = answer.json();
        String status = body.text("/status");
        switch (status) {
            case "starting", "processing" -> {
                return account.pace().again(task, account.clock());
            }
            case "succeeded" -> {
                Optional<Money> charge = charge(task, body);
                try {
                    if (body.flag("/data_removed")) {
                        throw new ProviderException(
                                Kind.BAD_RESPONSE, "Replicate has removed the output, which it keeps for an hour only");
                    }
                    return new Outcome.Done<>(
                            finish.of(ResultAddresses.fetch(body.at("/output"), call), task.state()), charge);
                } catch (ProviderException e) {
                    // The vendor has done its part.
                    throw new ProviderException(e.kind(), String.valueOf(e.getMessage()), e, e.retryAfter(), charge);
                }
            }
            case "failed" -> {
                String error = body.text("/error", "the prediction failed");
                throw account.client()
                        .failure(
                                answer,
                                new Failure(
                                        ReplicateErrors.ofPrediction(error),
                                        status,
                                        error,
                                        Optional.empty(),
                                        charge(task, body)));
            }
            case "canceled", "aborted" ->
                throw account.client()
                        .failure(
                                answer,
                                new Failure(
                                        Kind.CANCELLED,
                                        status,
                                        "the prediction was stopped",
                                        Optional.empty(),
                                        charge(task, body)));
            default ->
                throw account.client()
                        .failure(answer, Failure.of(Kind.BAD_RESPONSE, status, "this state is not known", answer));
        }
    }

    @Override
    public void cancel(Checkpoint task, CallContext call) throws ProviderException {
        // The call is over; what is asked for here must be sent all the same.
        account.client().send(account.limited(VendorRequest.post(path(task) + "/cancel")), CANCEL_LIMIT);
    }

    private static String orders(Model model) {
        return model.option(VERSION, "").isBlank()
                ? "models/"
                        + Arrays.stream(model.option(MODEL, model.id()).split("/", -1))
                                .map(VendorRequest::segment)
                                .collect(Collectors.joining("/"))
                        + "/predictions"
                : "predictions";
    }

    private static String path(Checkpoint task) throws ProviderException {
        String id = task.state().get(TASK);
        if (task.schema() > SCHEMA || id == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return "predictions/" + VendorRequest.segment(id);
    }

    /** Only time that a machine worked is in the answer; models that are sold by the piece cost what was quoted. */
    private Optional<Money> charge(Checkpoint task, JsonAnswer body) throws ProviderException {
        if (!body.has("/metrics/predict_time")) {
            return Optional.empty();
        }
        Optional<Model> model = account.catalogue().find(task.state().getOrDefault(MODEL, ""));
        return model.isPresent()
                ? Pricing.charge(account.catalogue(), model.get(), body.number("/metrics/predict_time"))
                : Optional.empty();
    }
}
