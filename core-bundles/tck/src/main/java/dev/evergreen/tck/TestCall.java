package dev.evergreen.tck;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Downloads;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A call as the engine would make it, which remembers what the plugin did with it. */
public final class TestCall implements CallContext {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String id = UUID.randomUUID().toString();
    private final Path folder;
    private final Downloads downloads;
    private final Instant deadline = Instant.now().plus(PATIENCE);
    private final AtomicInteger files = new AtomicInteger();
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private final List<Double> progress = new CopyOnWriteArrayList<>();
    private final List<Checkpoint> checkpoints = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final StringBuffer partial = new StringBuffer();
    private volatile boolean cancelled;
    private volatile boolean cancelOnLook;

    /** @param folder an empty folder for the call's files */
    public TestCall(Path folder) {
        this(folder, (address, maximumBytes) -> {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE, "no download was expected, but " + address + " was asked for");
        });
    }

    public TestCall(Path folder, Downloads downloads) {
        this.folder = folder;
        this.downloads = downloads;
    }

    /** Gives the call up, as a person would. */
    public void cancel() {
        cancelled = true;
        onCancel.forEach(Runnable::run);
    }

    /** Gives the call up as soon as the plugin looks whether it was, or tells of progress: in the middle of its work. */
    public void cancelInTheMiddle() {
        cancelOnLook = true;
    }

    public List<Double> progress() {
        return List.copyOf(progress);
    }

    public List<Checkpoint> checkpoints() {
        return List.copyOf(checkpoints);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public String partialText() {
        return partial.toString();
    }

    /** Files that are there now, also such that the plugin did not give back. */
    public List<Path> filesLeft() {
        try (var left = Files.walk(folder)) {
            return new ArrayList<>(left.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public Workspace workspace() {
        return suffix -> folder.resolve("file-" + files.incrementAndGet() + suffix);
    }

    @Override
    public Downloads downloads() {
        return downloads;
    }

    @Override
    public void throwIfCancelled() throws ProviderException {
        if (cancelOnLook && !cancelled) {
            cancel();
        }
        if (cancelled) {
            throw new ProviderException(ProviderException.Kind.CANCELLED, "The call was cancelled.");
        }
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        onCancel.add(action);
        if (cancelled) {
            action.run();
        }
        return () -> onCancel.remove(action);
    }

    @Override
    public void progress(double fraction) {
        progress.add(fraction);
        if (cancelOnLook && !cancelled) {
            cancel();
        }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void partial(String text) {
        partial.append(text);
    }
}
