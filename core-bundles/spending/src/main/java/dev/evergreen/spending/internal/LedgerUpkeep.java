package dev.evergreen.spending.internal;

import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
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
            @Reference CallRecovery recovery,
            @Reference EventBus events,
            @Reference LookupDesk desk,
            SpendingConfiguration configuration) {
        this(
                recovery,
                events,
                desk,
                ConfiguredTime.seconds("grace.seconds", configuration.grace_seconds(), 10),
                Clock.systemUTC());
        Duration tick = ConfiguredTime.seconds("upkeep.seconds", configuration.upkeep_seconds(), 1, 3_600);
        timer.scheduleWithFixedDelay(this::tick, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Without a timer. */
    LedgerUpkeep(CallRecovery recovery, EventBus events, LookupDesk desk, Duration grace, Clock clock) {
        this.recovery = recovery;
        this.events = events;
        this.grace = grace;
        this.clock = clock;
        this.desk = desk;
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
}
