package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks vendors how they are where that costs nothing and would tell something new. */
final class Prober {
    private static final Logger LOG = LoggerFactory.getLogger(Prober.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Market market;
    private final HealthBook health;
    private final Settings.Probing settings;
    private final Executor threads;
    private final Set<HealthProbe> underWay = ConcurrentHashMap.newKeySet();

    Prober(Market market, HealthBook health, Settings.Probing settings, Executor threads) {
        this.market = market;
        this.health = health;
        this.settings = settings;
        this.threads = threads;
    }

    /** From now on, as often as configured; the caller ends the scheduler. */
    void start(ScheduledExecutorService scheduler) {
        long every = settings.every().toMillis();
        if (every > 0) {
            var unused = scheduler.scheduleWithFixedDelay(this::probe, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** Asks every vendor that is worth asking and is not being asked already; returns at once. */
    void probe() {
        market.probes().forEach((probe, account) -> {
            List<OfferHealth> curious = curious(account);
            if (!curious.isEmpty() && underWay.add(probe)) {
                threads.execute(() -> ask(probe, account, curious));
            }
        });
    }

    private List<OfferHealth> curious(Market.Account account) {
        List<OfferHealth> curious = new ArrayList<>();
        for (Listing listing : market.all()) {
            boolean same = listing.plugin().equals(account.plugin())
                    && listing.account().equals(account.account());
            if (same && listing.enter()) {
                try {
                    for (Offer offer : listing.provider().offers()) {
                        OfferHealth figures = health.of(listing.key(offer.id()));
                        if (figures.wantsProbe(settings.idle())) {
                            curious.add(figures);
                        }
                    }
                } catch (RuntimeException | LinkageError e) {
                    LOG.warn("{} cannot say what it offers", listing.plugin(), e);
                } finally {
                    listing.exit();
                }
            }
        }
        return curious;
    }

    private void ask(HealthProbe probe, Market.Account account, List<OfferHealth> curious) {
        try {
            Health found = probe.probe(TIMEOUT);
            curious.forEach(figures -> figures.probed(found));
            LOG.debug("{} {} says {}: {}", account.plugin(), account.account(), found.state(), found.message());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The probe of {} {} failed; it should answer instead", account.plugin(), account.account(), e);
        } finally {
            underWay.remove(probe);
        }
    }
}
