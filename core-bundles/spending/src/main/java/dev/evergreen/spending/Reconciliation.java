package dev.evergreen.spending;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.spi.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Calls that may have been bought, for who operates the node and sees the vendors' bills. */
@ProviderType
public interface Reconciliation {
    /** Oldest first. Their reservations are held until they are settled. */
    List<ProviderCall> unknown(Person person);

    /** Whether its vendor can be asked now what became of the call. */
    boolean canLookUp(ProviderCall call);

    /**
     * Asks the vendor what became of such a call, and ends it where the vendor can tell. Takes as long as the vendor does, some
     * seconds at most.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND, CONFLICT when its outcome is known or nobody can tell it now; the
     *     message says why
     */
    ProviderCall lookUp(Person person, UUID callId);

    /**
     * Ends such a call by what the vendor's bill says.
     *
     * @param charge what it cost, in the currency in which it was reserved; empty when the bill does not have it
     * @param note for those who read the ledger later; may be empty
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND, INVALID for another currency or an amount below zero, CONFLICT when
     *     its outcome is known
     */
    ProviderCall settle(Person person, UUID callId, Optional<Money> charge, String note);
}
