package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Downloads;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A call that can be given up. */
final class FakeCall implements CallContext {
    private final Instant deadline;
    private final List<Runnable> onCancel = new ArrayList<>();
    private boolean cancelled;

    FakeCall(Duration patience) {
        this.deadline = Instant.now().plus(patience);
    }

    synchronized void cancel() {
        cancelled = true;
        onCancel.forEach(Runnable::run);
    }

    @Override
    public String id() {
        return "call";
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public Workspace workspace() {
        return suffix -> Path.of("nowhere" + suffix);
    }

    @Override
    public Downloads downloads() {
        return (address, most) -> Path.of("nowhere");
    }

    @Override
    public synchronized void throwIfCancelled() throws ProviderException {
        if (cancelled) {
            throw new ProviderException(ProviderException.Kind.CANCELLED, "cancelled");
        }
    }

    @Override
    public synchronized AutoCloseable onCancel(Runnable action) {
        onCancel.add(action);
        return () -> {};
    }

    @Override
    public void progress(double fraction) {}

    @Override
    public void checkpoint(Checkpoint checkpoint) {}

    @Override
    public void warn(String message) {}

    @Override
    public void partial(String text) {}
}
