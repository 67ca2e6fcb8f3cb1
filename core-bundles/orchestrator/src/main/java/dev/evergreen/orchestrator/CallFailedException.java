package dev.evergreen.orchestrator;

import dev.evergreen.spi.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/** No offer served the request. */
public class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProviderException.Kind kind;
    private final transient Trail trail;

    /** @param message one sentence for people: what was asked, who was tried, what to do next */
    public CallFailedException(ProviderException.Kind kind, String message, Trail trail, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.trail = trail;
    }

    public ProviderException.Kind kind() {
        return kind;
    }

    public Trail trail() {
        return trail;
    }
}
