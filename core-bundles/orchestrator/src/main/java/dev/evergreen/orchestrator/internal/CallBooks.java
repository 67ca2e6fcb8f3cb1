package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the attempts of one call leave in the ledger: the intent with its ceiling, that it was sent, and its end. */
final class CallBooks {
    private final Tools tools;
    private final CallOptions options;
    private final String digest;
    private final CallTrail trail;

    CallBooks(Tools tools, CallOptions options, String digest, CallTrail trail) {
        this.tools = tools;
        this.options = options;
        this.digest = digest;
        this.trail = trail;
    }

    /**
     * How a failed attempt ended.
     *
     * @param charge what is known to have been charged
     * @param failure as the caller is told
     * @param bought whether it cost something, or may have
     */
    record End(Money charge, ProviderException failure, boolean bought) {}

    /** Empty when the money is reserved. */
    Optional<ProviderException> reserve(UUID id, Candidate<?> candidate) {
        OfferKey key = candidate.key();
        Instant now = tools.clock().instant();
        try {
            tools.ledger()
                    .reserve(new ProviderCall(
                            id,
                            options.projectId(),
                            options.personId(),
                            options.jobId(),
                            options.correlationId(),
                            key.capability(),
                            key.plugin(),
                            key.account(),
                            key.offer(),
                            ProviderCall.State.INTENT,
                            candidate.price().ceiling(),
                            Optional.empty(),
                            stored(),
                            "",
                            options.deadline(),
                            now,
                            now));
            return Optional.empty();
        } catch (ProblemException e) {
            if (e.kind() != Problem.Kind.EXHAUSTED) {
                throw e;
            }
            String message = String.valueOf(e.getMessage());
            trail.attempt(
                    key,
                    "OVER_BUDGET",
                    message,
                    Duration.ZERO,
                    nothing(candidate.price().ceiling()));
            return Optional.of(new OverBudget(message, e));
        }
    }

    void sent(UUID id) {
        tools.ledger().progress(id, ProviderCall.State.SENT, stored());
    }

    void settled(UUID id, Money charge, String note) {
        tools.ledger().settle(id, ProviderCall.State.SETTLED, charge, note);
    }

    /** Nothing was charged. */
    void released(UUID id, Money reserved, String why) {
        tools.ledger().settle(id, ProviderCall.State.RELEASED, nothing(reserved), why);
    }

    /** It may have been bought. */
    void unknown(UUID id, Money reserved, String why) {
        tools.ledger().settle(id, ProviderCall.State.UNKNOWN, nothing(reserved), why);
    }

    /** @param goesOn whether the vendor still works on it, so that the call stays open */
    End failed(UUID id, Money ceiling, ProviderException e, boolean goesOn) {
        Money charge = e.charge().orElse(nothing(ceiling));
        boolean unclear = e.charge().isEmpty() && !ceiling.isZero() && leavesUnclear(e.kind());
        String message = String.valueOf(e.getMessage());
        if (!goesOn) {
            if (unclear) {
                unknown(id, ceiling, message);
            } else if (charge.isZero()) {
                released(id, charge, message);
            } else {
                settled(id, charge, message);
            }
        }
        return new End(charge, unclear ? unclearEnd(id, e) : e, unclear || goesOn || !charge.isZero());
    }

    private static boolean leavesUnclear(ProviderException.Kind kind) {
        return kind == ProviderException.Kind.TIMEOUT
                || kind == ProviderException.Kind.BAD_RESPONSE
                || kind == ProviderException.Kind.CANCELLED;
    }

    /** Nonsense from a vendor that may have charged for it passes with time, as no answer does: once it is known what was bought. */
    private static ProviderException unclearEnd(UUID id, ProviderException e) {
        return e.kind() != ProviderException.Kind.BAD_RESPONSE
                ? e
                : new ProviderException(
                        ProviderException.Kind.TIMEOUT,
                        e.getMessage() + "; call " + id
                                + " may have been bought, and nothing is sent again until that is known",
                        e);
    }

    /** Why the call of an earlier run is not made again. */
    static ProviderException mayHaveBeenBought(ProviderCall open) {
        return new ProviderException(
                ProviderException.Kind.TIMEOUT,
                "An earlier call to " + OfferKey.of(open) + " for up to " + open.reserved()
                        + " was interrupted and may have been bought; it is not sent again. Reconcile call " + open.id()
                        + " with the vendor's bill, then retry.");
    }

    private String stored() {
        return Json.write(new StoredTask(digest, Optional.empty()));
    }

    private static Money nothing(Money like) {
        return new Money(BigDecimal.ZERO, like.currency());
    }

    /** A budget refused the call; cheaper offers may still fit, and the vendor's health has nothing to do with it. */
    static final class OverBudget extends ProviderException {
        private static final long serialVersionUID = 1L;

        OverBudget(String message, Throwable cause) {
            super(Kind.UNSUPPORTED, message, cause);
        }
    }
}
