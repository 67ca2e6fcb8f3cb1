package dev.evergreen.provider.comfyui.internal;

import dev.evergreen.kit.generation.TaskVendor;
import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.Multipart;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Workflows in the format of the server's interface ("Save (API Format)"). The server forgets its queue and its history when it is
 * restarted; a task that it no longer knows is lost. Results are fetched from the server itself, which may be in a private network.
 */
final class Workflows implements TaskVendor {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final String NODE = "node";
    private static final long MOST_BYTES = 2L << 30;
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    private final ComfyUiAccount account;

    Workflows(ComfyUiAccount account) {
        this.account = account;
    }

    @Override
    public Optional<String> objection(MediaFile input) {
        return input.mediaType().startsWith("image/") && Files.isReadable(input.path())
                ? Optional.empty()
                : Optional.of("the file " + input.path().getFileName() + " is " + input.mediaType()
                        + " or cannot be read; ComfyUI takes pictures");
    }

    @Override
    public String input(MediaFile input, CallContext call) throws ProviderException {
        Multipart form = new Multipart()
                .file(
                        "image",
                        "evergreen-" + UUID.randomUUID() + ResultFiles.ending(input.mediaType()),
                        input.mediaType(),
                        input.path())
                .text("type", "input");
        JsonAnswer stored = account.client()
                .send(account.limited(VendorRequest.post("upload/image").form(form)), call)
                .json();
        String folder = stored.text("/subfolder", "");
        return (folder.isEmpty() ? "" : folder + "/") + stored.text("/name");
    }

    @Override
    public <R extends Result> Outcome<R> begin(
            Model model, Map<String, Object> input, Map<String, String> state, CallContext call)
            throws ProviderException {
        Answer answer = account.client()
                .send(account.limited(VendorRequest.post("prompt").json(Map.of("prompt", input))), call);
        JsonAnswer queued = answer.json();
        Map<String, String> all = new HashMap<>(state);
        all.put(TASK, queued.text("/prompt_id"));
        all.put(NODE, model.option(NODE, ""));
        Checkpoint task = PollingPace.begin(SCHEMA, all, account.clock());
        call.checkpoint(task);
        if (!queued.fields("/node_errors").isEmpty()) {
            call.warn("ComfyUI leaves out a part of the workflow: " + queued.fields("/node_errors"));
        }
        return account.pace().again(task, account.clock());
    }

    @Override
    public <R extends Result> Outcome<R> poll(Checkpoint task, CallContext call, Finish<R> finish)
            throws ProviderException {
        String id = id(task);
        Answer answer = history(id, call);
        if (!known(answer, id)) {
            JsonAnswer queue = account.client()
                    .send(account.limited(VendorRequest.get("queue")), call)
                    .json();
            if (isIn(queue, "/queue_running", id) || isIn(queue, "/queue_pending", id)) {
                return account.pace().again(task, account.clock());
            }
            // It may have ended between the two questions.
            answer = history(id, call);
            if (!known(answer, id)) {
                throw account.client()
                        .failure(
                                answer,
                                Failure.of(
                                        Kind.UNAVAILABLE,
                                        "",
                                        "the server does not know the task " + id + "; it was restarted since",
                                        answer));
            }
        }
        JsonAnswer ended = answer.json().at("/" + id);
        failure(answer, ended);
        return new Outcome.Done<>(finish.of(fetch(ended, task, call), task.state()), Optional.empty());
    }

    @Override
    public void cancel(Checkpoint task, CallContext call) throws ProviderException {
        String id = id(task);
        // The call is over; what is asked for here must be sent all the same.
        account.client()
                .send(account.limited(VendorRequest.post("queue").json(Map.of("delete", List.of(id)))), CANCEL_LIMIT);
        JsonAnswer queue = account.client()
                .send(account.limited(VendorRequest.get("queue")), CANCEL_LIMIT)
                .json();
        // Older servers interrupt whatever runs, so that it is looked first whether it is this one.
        if (isIn(queue, "/queue_running", id)) {
            account.client()
                    .send(account.limited(VendorRequest.post("interrupt").json(Map.of("prompt_id", id))), CANCEL_LIMIT);
        }
    }

    private Answer history(String id, CallContext call) throws ProviderException {
        return account.client().send(account.limited(VendorRequest.get("history/" + VendorRequest.segment(id))), call);
    }

    private static boolean known(Answer history, String id) throws ProviderException {
        return history.json().has("/" + id);
    }

    private static boolean isIn(JsonAnswer queue, String place, String id) {
        return queue.list(place).stream().anyMatch(entry -> entry.text("/1", "").equals(id));
    }

    /** Throws what the history says went wrong; nothing where it went well. */
    private void failure(Answer answer, JsonAnswer ended) throws ProviderException {
        if (!ended.text("/status/status_str", "success").equals("error")) {
            return;
        }
        String said = "the workflow failed";
        Kind kind = Kind.UNAVAILABLE;
        for (JsonAnswer message : ended.list("/status/messages")) {
            if (message.text("/0", "").equals("execution_error")) {
                said = message.text("/1/node_type", "a node") + ": " + message.text("/1/exception_message", "failed");
            } else if (message.text("/0", "").equals("execution_interrupted")) {
                said = "the workflow was stopped";
                kind = Kind.CANCELLED;
            }
        }
        throw account.client().failure(answer, Failure.of(kind, "", said, answer));
    }

    private Path fetch(JsonAnswer ended, Checkpoint task, CallContext call) throws ProviderException {
        JsonAnswer file = output(ended, task.state().getOrDefault(NODE, ""))
                .orElseThrow(() -> new ProviderException(
                        Kind.BAD_RESPONSE,
                        "The workflow has saved no file; let it end in a node that saves, or name that node in the"
                                + " model's option '" + NODE + "'"));
        String name = file.text("/filename");
        int dot = name.lastIndexOf('.');
        Path saved = call.workspace().newFile(dot < 0 ? ".bin" : name.substring(dot));
        Answer answer = account.client()
                .save(
                        account.limited(VendorRequest.get("view"))
                                .query("filename", name)
                                .query("subfolder", file.text("/subfolder", ""))
                                .query("type", file.text("/type", "output"))
                                .atMost(MOST_BYTES),
                        call,
                        saved);
        // Of an empty answer no file is made.
        if (!Files.isRegularFile(saved) || answer.mediaType().equals("text/html")) {
            throw new ProviderException(Kind.BAD_RESPONSE, "ComfyUI gave no file for " + name);
        }
        return saved;
    }

    /** The first file that a node has saved; previews ({@code temp}) only where nothing was saved. */
    private static Optional<JsonAnswer> output(JsonAnswer ended, String node) {
        Optional<JsonAnswer> preview = Optional.empty();
        for (Map.Entry<String, JsonAnswer> outputs : ended.fields("/outputs").entrySet()) {
            if (!node.isEmpty() && !node.equals(outputs.getKey())) {
                continue;
            }
            for (JsonAnswer kind : outputs.getValue().fields("").values()) {
                for (JsonAnswer file : kind.list("")) {
                    if (file.has("/filename") && file.text("/type", "output").equals("output")) {
                        return Optional.of(file);
                    }
                    preview = file.has("/filename") && preview.isEmpty() ? Optional.of(file) : preview;
                }
            }
        }
        return preview;
    }

    private static String id(Checkpoint task) throws ProviderException {
        String id = task.state().get(TASK);
        if (task.schema() > SCHEMA || id == null) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task of schema " + task.schema() + " cannot be read by this version");
        }
        return id;
    }
}
