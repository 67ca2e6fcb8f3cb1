package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Whether a film's making is to end early. Thread-safe. */
public final class Stop {
    private final BooleanSupplier asked;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public Stop(BooleanSupplier asked) {
        this.asked = asked;
    }

    /** Ends all work on the film, because some of it failed or somebody asked. */
    public void now() {
        stopped.set(true);
    }

    /** Looks whether somebody asked. */
    public boolean requested() {
        if (asked.getAsBoolean()) {
            stopped.set(true);
        }
        return stopped.get();
    }

    /** Called by workers at least several times a second. */
    public void check() throws MediaException {
        if (stopped.get()) {
            throw new MediaException(MediaException.Kind.CANCELLED, "Rendering was cancelled");
        }
    }
}
