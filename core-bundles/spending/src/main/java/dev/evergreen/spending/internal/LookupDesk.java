package dev.evergreen.spending.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks vendors that can tell what became of calls whose outcome is unknown. */
@Component(service = LookupDesk.class, configurationPid = "dev.evergreen.spending")
public final class LookupDesk {
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

    @Activate
    public LookupDesk(@Reference CallRecovery recovery, SpendingConfiguration configuration) {
        this(recovery, ConfiguredTime.seconds("lookup.seconds", configuration.lookup_seconds(), 1), Clock.systemUTC());
    }

    /** @param rest how long a call is not asked about again by itself */
    LookupDesk(CallRecovery recovery, Duration rest, Clock clock) {
        this.recovery = recovery;
        this.rest = rest;
        this.clock = clock;
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    void addLookup(CallLookup lookup, Map<String, Object> properties) {
        vendors.add(
                0,
                new Vendor(
                        String.valueOf(properties.get(ProviderProperties.PLUGIN_ID)),
                        properties.get(ProviderProperties.ACCOUNT) instanceof String account ? account : "",
                        lookup));
    }

    void removeLookup(CallLookup lookup) {
        vendors.removeIf(vendor -> vendor.lookup() == lookup);
    }

    boolean canAsk(ProviderCall call) {
        return lookup(call).isPresent();
    }

    /**
     * Asks about one call, for a person who waits.
     *
     * @return the call as it ended
     * @throws ProblemException CONFLICT when nobody can tell, saying why
     */
    ProviderCall ask(ProviderCall call) {
        CallLookup lookup = lookup(call)
                .orElseThrow(() -> untold(call, "its plugin cannot be asked what was bought", Optional.empty()));
        Purchase purchase;
        try {
            purchase = lookup.lookUp(sent(call), PATIENCE);
        } catch (ProviderException e) {
            throw untold(call, "it cannot be asked now: " + e.getMessage(), Optional.of(e));
        } catch (RuntimeException | LinkageError e) {
            throw untold(call, "its plugin failed: " + e, Optional.of(e));
        }
        if (purchase instanceof Purchase.Unclear unclear) {
            throw untold(call, "it says: " + unclear.reason(), Optional.empty());
        }
        return reconcile(call, purchase);
    }

    private static ProblemException untold(ProviderCall call, String why, Optional<Throwable> cause) {
        String at = call.account().isEmpty() ? call.plugin() : call.plugin() + "/" + call.account();
        Problem problem = new Problem(
                Problem.Kind.CONFLICT,
                "call",
                "What became of the call is not known to " + at + ", as " + why + (why.endsWith(".") ? "" : ".")
                        + " Look at the vendor's bill and settle the call by it.");
        return new ProblemException(List.of(problem), cause.orElse(null));
    }

    /** Asks about all that were not asked about lately; for one thread. */
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
        try {
            Purchase purchase = lookup.lookUp(sent(call), PATIENCE);
            if (purchase instanceof Purchase.Unclear unclear) {
                LOG.info("{} cannot tell what became of call {}: {}", call.plugin(), call.id(), unclear.reason());
                return;
            }
            reconcile(call, purchase);
        } catch (ProviderException e) {
            LOG.info("{} cannot be asked now what became of call {}: {}", call.plugin(), call.id(), e.getMessage());
        } catch (ProblemException e) {
            LOG.debug("Another node or a person has reconciled call {}", call.id(), e);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} failed when it was asked what became of call {}", call.plugin(), call.id(), e);
        }
    }

    private ProviderCall reconcile(ProviderCall call, Purchase purchase) {
        Optional<Money> charge =
                purchase instanceof Purchase.Bought bought ? Optional.of(bought.charge()) : Optional.empty();
        ProviderCall ended = recovery.reconcile(
                call.id(), charge, (charge.isPresent() ? "bought" : "not bought") + ", says " + call.plugin());
        LOG.info("Call {} to {} was {}", call.id(), call.plugin(), charge.isPresent() ? "bought" : "not bought");
        return ended;
    }

    private static SentCall sent(ProviderCall call) {
        return new SentCall(
                call.id().toString(),
                call.capability(),
                call.offer(),
                call.createdAt(),
                StoredTask.of(call).task());
    }
}
