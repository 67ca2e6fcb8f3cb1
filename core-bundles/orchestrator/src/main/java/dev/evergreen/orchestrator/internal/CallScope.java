package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.ledger.CallLedger;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Downloads;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's side of one call: its folder, its deadline, its cancellation, its stored task. Thread-safe. */
final class CallScope implements CallContext, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallScope.class);

    /** A checkpoint's values together; see {@link Checkpoint}. */
    private static final int LARGEST_CHECKPOINT = 16 * 1024;

    private final UUID id;
    private final String request;
    private final Path folder;
    private final CallOptions options;
    private final CallLedger ledger;
    private final Downloads downloads;
    private final List<Runnable> onCancel = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int files;
    private boolean cancelled;
    private @Nullable Checkpoint task;

    /** @param request digest of the canonical request; stored with the task so that it is found again */
    CallScope(
            UUID id, String request, Path folder, CallOptions options, CallLedger ledger, DownloadsFactory downloads) {
        this.id = id;
        this.request = request;
        this.folder = folder;
        this.options = options;
        this.ledger = ledger;
        this.downloads = downloads.forCall(this);
        create(folder);
    }

    /** Makes the guarded downloads of a call. */
    interface DownloadsFactory {
        Downloads forCall(CallContext call);
    }

    @Override
    public String id() {
        return id.toString();
    }

    @Override
    public Instant deadline() {
        return options.deadline();
    }

    @Override
    public Workspace workspace() {
        return this::newFile;
    }

    @Override
    public Downloads downloads() {
        return downloads;
    }

    @Override
    public void throwIfCancelled() throws ProviderException {
        if (isCancelled()) {
            throw new ProviderException(ProviderException.Kind.CANCELLED, "The call was cancelled");
        }
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel.add(action);
                return () -> withdraw(action);
            }
        }
        run(action);
        return () -> {};
    }

    @Override
    public void progress(double fraction) {
        if (fraction >= 0 && fraction <= 1) {
            options.progress().accept(fraction);
        }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        int size = checkpoint.state().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (size > LARGEST_CHECKPOINT) {
            throw new IllegalArgumentException(
                    "The checkpoint has " + size + " characters; at most " + LARGEST_CHECKPOINT + " are kept");
        }
        ledger.progress(id, ProviderCall.State.PENDING, Json.write(new StoredTask(request, Optional.of(checkpoint))));
        synchronized (this) {
            task = checkpoint;
        }
    }

    @Override
    public synchronized void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void partial(String text) {
        // Nobody listens to pieces of a text yet; the whole follows.
        LOG.trace("{} characters arrived", text.length());
    }

    /** The folder without links, as files in it say where they are. */
    Path realFolder() {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of a call has vanished", e);
        }
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The vendor's task as it was last stored. */
    synchronized Optional<Checkpoint> task() {
        return Optional.ofNullable(task);
    }

    /** Goes on with a task of an earlier run. */
    synchronized void resume(Checkpoint known) {
        task = known;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            actions = List.copyOf(onCancel);
            onCancel.clear();
        }
        actions.forEach(CallScope::run);
    }

    /** Removes the folder. */
    @Override
    public void close() {
        delete(folder);
    }

    /** Removes every folder of earlier calls. */
    static void clear(Path workspaces) {
        try (Stream<Path> folders = Files.list(workspaces)) {
            folders.forEach(CallScope::delete);
        } catch (IOException e) {
            LOG.warn("The folders of earlier calls in {} cannot be removed", workspaces, e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The folder {} of a call cannot be removed; it goes at the next start", folder, e);
        }
    }

    private synchronized Path newFile(String suffix) {
        if (!suffix.matches("\\.?[A-Za-z0-9._-]{0,32}") || suffix.contains("..")) {
            throw new IllegalArgumentException("'" + suffix + "' is no ending of a file name");
        }
        files++;
        return folder.resolve("file-" + files + suffix);
    }

    private synchronized void withdraw(Runnable action) {
        onCancel.remove(action);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder + " for a call", e);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("An action for the cancellation of a call failed", e);
        }
    }
}
