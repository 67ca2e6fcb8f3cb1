package dev.evergreen.spi.provider;

import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that failed, with the kind that decides what happens next. */
public class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<Money> charge;

    public ProviderException(Kind kind, String message) {
        this(kind, message, null, Optional.empty(), Optional.empty());
    }

    public ProviderException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, cause, Optional.empty(), Optional.empty());
    }

    /**
     * @param message for people; names the thing, the value and the way out; never a secret
     * @param retryAfter how long the vendor asks to be left alone
     * @param charge what the failed call cost all the same
     */
    public ProviderException(
            Kind kind,
            String message,
            @Nullable Throwable cause,
            Optional<Duration> retryAfter,
            Optional<Money> charge) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.charge = charge;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter == null ? Optional.empty() : retryAfter;
    }

    public Optional<Money> charge() {
        return charge == null ? Optional.empty() : charge;
    }

    /** Who must act, and whether trying again or elsewhere makes sense. */
    public enum Kind {
        /** The caller's mistake; no other provider would do better. */
        INVALID_REQUEST,
        /** The caller gave up. */
        CANCELLED,
        /** This offer cannot; another may. */
        UNSUPPORTED,
        /** The vendor refuses the content; others are asked only where the policy says so. */
        CONTENT_REJECTED,
        /** The operator's key is wrong. */
        AUTHENTICATION,
        /** The operator's account is used up. */
        QUOTA_EXHAUSTED,
        /** Too many calls; the same offer again after {@link #retryAfter}. */
        RATE_LIMITED,
        /** The vendor is too busy. */
        OVERLOADED,
        /** The vendor is not there. */
        UNAVAILABLE,
        /** No answer in time; something may have been bought. */
        TIMEOUT,
        /** An answer that makes no sense; something may have been bought. */
        BAD_RESPONSE
    }
}
