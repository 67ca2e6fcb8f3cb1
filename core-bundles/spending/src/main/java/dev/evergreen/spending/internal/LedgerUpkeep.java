package dev.evergreen.spending.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.ProviderProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls past their deadline and asks vendors about those whose outcome is unknown. Runs on every node; the database sees to it
 * that each call is ended once.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.evergreen.spending")
@Designate(ocd = SpendingConfiguration.class)
public final class LedgerUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerUpkeep.class);
    private static final String ALERT = "error:occurred";

    private final CallRecovery recovery;
    private final EventBus events;
    private final LookupDesk desk;
    private final Duration grace;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ledger-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public LedgerUpkeep(
            @Reference CallRecovery recovery, @Reference EventBus events, SpendingConfiguration configuration) {
        this(
                recovery,
                events,
                seconds("grace.seconds", configuration.grace_seconds(), 10, 86_400),
                seconds("lookup.seconds", configuration.lookup_seconds(), 1, 86_400),
                Clock.systemUTC());
        Duration tick = seconds("upkeep.seconds", configuration.upkeep_seconds(), 1, 3_600);
        timer.scheduleWithFixedDelay(this::tick, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Without a timer. */
    LedgerUpkeep(CallRecovery recovery, EventBus events, Duration grace, Duration lookup, Clock clock) {
        this.recovery = recovery;
        this.events = events;
        this.grace = grace;
        this.clock = clock;
        this.desk = new LookupDesk(recovery, lookup, clock);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    void addLookup(CallLookup lookup, Map<String, Object> properties) {
        desk.add(
                lookup,
                String.valueOf(properties.get(ProviderProperties.PLUGIN_ID)),
                properties.get(ProviderProperties.ACCOUNT) instanceof String account ? account : "");
    }

    void removeLookup(CallLookup lookup) {
        desk.remove(lookup);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void tick() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.warn("Calls without an end cannot be looked after now; it is tried again", e);
        }
    }

    /** One visit. */
    void run() {
        CallRecovery.Expired expired = recovery.expire(grace);
        if (expired.released() > 0) {
            LOG.info("Gave back the reservations of {} calls that did not end", expired.released());
        }
        if (expired.unknown() > 0) {
            String message = "Of " + expired.unknown()
                    + " calls it is not known whether they were bought; reconcile them with the vendors' bills.";
            LOG.warn(message);
            events.publish(new Event(ALERT, "spending", Map.of("error", message), clock.instant()));
        }
        desk.ask();
    }

    private static Duration seconds(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "etc/dev.evergreen.spending.cfg: " + key + " = " + value + " is outside " + least + " to " + most);
        }
        return Duration.ofSeconds(value);
    }
}
