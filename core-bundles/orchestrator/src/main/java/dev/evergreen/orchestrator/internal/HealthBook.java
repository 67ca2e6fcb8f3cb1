package dev.evergreen.orchestrator.internal;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The health of every offer that was ever looked at on this node. */
final class HealthBook {
    private final Map<OfferKey, OfferHealth> offers = new ConcurrentHashMap<>();
    private final Settings settings;
    private final Clock clock;

    HealthBook(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    OfferHealth of(OfferKey key) {
        OfferHealth known = offers.get(key);
        return known != null
                ? known
                : offers.computeIfAbsent(
                        key, unknown -> new OfferHealth(settings.breaker(), settings.recovery(), clock));
    }

    /** A service that has come anew, perhaps with another key, begins with a clean slate. */
    void forget(String capability, String plugin, String account) {
        offers.keySet()
                .removeIf(key -> key.plugin().equals(plugin) && key.account().equals(account));
    }
}
