package dev.evergreen.spending.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.spending.Reconciliation;
import dev.evergreen.spi.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settles calls on a person's word. */
@Component
public final class ReconciliationComponent implements Reconciliation {
    private final Access access;
    private final CallRecovery recovery;
    private final LookupDesk desk;

    @Activate
    public ReconciliationComponent(
            @Reference Access access, @Reference CallRecovery recovery, @Reference LookupDesk desk) {
        this.access = access;
        this.recovery = recovery;
        this.desk = desk;
    }

    @Override
    public List<ProviderCall> unknown(Person person) {
        access.require(person, Action.OPERATE, Optional.empty());
        return recovery.unknown();
    }

    @Override
    public boolean canLookUp(ProviderCall call) {
        return desk.canAsk(call);
    }

    @Override
    public ProviderCall lookUp(Person person, UUID callId) {
        access.require(person, Action.OPERATE, Optional.empty());
        ProviderCall call = recovery.unknown().stream()
                .filter(one -> one.id().equals(callId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "call",
                        "Call " + callId + " is none of those that may have been bought; list them to see which are."));
        return desk.ask(call);
    }

    @Override
    public ProviderCall settle(Person person, UUID callId, Optional<Money> charge, String note) {
        access.require(person, Action.OPERATE, Optional.empty());
        // What is not there or is known already is refused below, with the call's row locked.
        Optional<ProviderCall> call = recovery.unknown().stream()
                .filter(one -> one.id().equals(callId))
                .findFirst();
        if (charge.isPresent() && call.isPresent()) {
            check(charge.get(), call.get());
        }
        String says = charge.isPresent() ? "bought" : "not bought";
        String who = person.name().isBlank() ? person.email() : person.name();
        return recovery.reconcile(callId, charge, says + ", says " + who + (note.isBlank() ? "" : ": " + note.strip()));
    }

    private static void check(Money charge, ProviderCall call) {
        if (!charge.currency().equals(call.reserved().currency())) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "charge",
                    "The charge is " + charge + ", but the call was reserved as " + call.reserved()
                            + "; give the amount in that currency.");
        }
        if (charge.amount().signum() < 0) {
            throw new ProblemException(
                    Problem.Kind.INVALID, "charge", "The charge is " + charge + "; give zero or more.");
        }
    }
}
