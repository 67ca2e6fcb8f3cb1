package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Ends calls that did not end by themselves. May be used on every node at once: each call is ended once. */
@ProviderType
public interface CallRecovery {
    /**
     * Ends what is past its deadline, or was left by a job that has ended, by more than the grace: a call that was never sent is released, and so is one that was sent
     * and costs nothing; one that was sent and may have been bought becomes UNKNOWN and keeps its reservation. A vendor's task
     * is left alone while its job may still go on with it.
     *
     * @param grace how long after its deadline the node that makes a call may still be ending it
     */
    Expired expire(Duration grace);

    /** Calls that may have been bought, oldest first. */
    List<ProviderCall> unknown();

    /**
     * Ends an UNKNOWN call by what was found out about it; the ledger gets a RECONCILE line, of zero when it was not bought.
     *
     * @param charge what it cost; empty when it was not bought
     * @param note who or what says so, kept with the call
     * @return the call as it ended
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND; CONFLICT when the call is not UNKNOWN
     */
    ProviderCall reconcile(UUID callId, Optional<Money> charge, String note);

    /**
     * What {@link #expire} ended.
     *
     * @param released whose reservations were given back
     * @param unknown that have to be reconciled
     */
    record Expired(int released, int unknown) {}
}
