package dev.evergreen.spending.internal;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Purchase;
import dev.evergreen.spi.provider.SentCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks vendors that can tell what became of calls whose outcome is unknown. {@link #ask} is for one thread. */
final class LookupDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LookupDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** So that one slow vendor does not hold up the others for long. */
    private static final int MOST_AT_ONCE = 50;

    /** A vendor's account that can be asked. */
    private record Vendor(String plugin, String account, CallLookup lookup) {}

    private final CallRecovery recovery;
    private final Duration rest;
    private final Clock clock;
    private final List<Vendor> vendors = new CopyOnWriteArrayList<>();
    private final Map<UUID, Instant> asked = new HashMap<>();

    /** @param rest how long a call is not asked about again */
    LookupDesk(CallRecovery recovery, Duration rest, Clock clock) {
        this.recovery = recovery;
        this.rest = rest;
        this.clock = clock;
    }

    void add(CallLookup lookup, String plugin, String account) {
        vendors.add(0, new Vendor(plugin, account, lookup));
    }

    void remove(CallLookup lookup) {
        vendors.removeIf(vendor -> vendor.lookup() == lookup);
    }

    void ask() {
        if (vendors.isEmpty()) {
            return;
        }
        List<ProviderCall> unknown = recovery.unknown();
        asked.keySet().retainAll(unknown.stream().map(ProviderCall::id).collect(Collectors.toSet()));
        Instant now = clock.instant();
        int questions = 0;
        for (ProviderCall call : unknown) {
            Instant earlier = asked.get(call.id());
            Optional<CallLookup> lookup = lookup(call);
            if (lookup.isPresent() && (earlier == null || !earlier.plus(rest).isAfter(now))) {
                asked.put(call.id(), now);
                settle(call, lookup.get());
                if (++questions == MOST_AT_ONCE) {
                    return;
                }
            }
        }
    }

    private Optional<CallLookup> lookup(ProviderCall call) {
        return vendors.stream()
                .filter(vendor -> vendor.plugin().equals(call.plugin())
                        && vendor.account().equals(call.account()))
                .map(Vendor::lookup)
                .findFirst();
    }

    private void settle(ProviderCall call, CallLookup lookup) {
        SentCall sent = new SentCall(
                call.id().toString(),
                call.capability(),
                call.offer(),
                call.createdAt(),
                StoredTask.of(call).task());
        try {
            Purchase purchase = lookup.lookUp(sent, PATIENCE);
            if (purchase instanceof Purchase.Unclear unclear) {
                LOG.info("{} cannot tell what became of call {}: {}", call.plugin(), call.id(), unclear.reason());
                return;
            }
            Optional<Money> charge =
                    purchase instanceof Purchase.Bought bought ? Optional.of(bought.charge()) : Optional.empty();
            recovery.reconcile(
                    call.id(), charge, (charge.isPresent() ? "bought" : "not bought") + ", says " + call.plugin());
            LOG.info("Call {} to {} was {}", call.id(), call.plugin(), charge.isPresent() ? "bought" : "not bought");
        } catch (ProviderException e) {
            LOG.info("{} cannot be asked now what became of call {}: {}", call.plugin(), call.id(), e.getMessage());
        } catch (ProblemException e) {
            LOG.debug("Another node or a person has reconciled call {}", call.id(), e);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} failed when it was asked what became of call {}", call.plugin(), call.id(), e);
        }
    }
}
