package dev.evergreen.orchestrator;

import dev.evergreen.spi.provider.ProviderException;
import java.time.Instant;

/**
 * The request would be served, but its turn comes later than a thread waits for it. Who makes the same call for the same job again
 * at that time goes ahead with the turn that was kept.
 */
public class CallWaitsException extends CallFailedException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    /**
     * @param message one sentence for people: what is waited for, and until when
     * @param until when to call again
     */
    public CallWaitsException(String message, Trail trail, Instant until) {
        super(ProviderException.Kind.RATE_LIMITED, message, trail, null);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
