package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.ProviderException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The health of every offer that was ever looked at on this node. */
final class HealthBook {
    private final Map<OfferKey, OfferHealth> offers = new ConcurrentHashMap<>();
    private final Settings settings;
    private final Clock clock;
    private volatile BiConsumer<OfferKey, Rest> listener = (key, rest) -> {};

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

    /** @param newListener told what vendors have told this node */
    void listen(BiConsumer<OfferKey, Rest> newListener) {
        listener = newListener;
    }

    /** An attempt has failed; answers whether the account has trouble that nobody was told of yet. */
    boolean failed(OfferKey key, ErrorTable.Health effect, ProviderException failure) {
        OfferHealth figures = of(key);
        boolean news = figures.failed(effect, failure);
        figures.rest(effect, failure).ifPresent(rest -> listener.accept(key, rest));
        return news;
    }

    /** A service that has come anew, perhaps with another key, begins with a clean slate. */
    void forget(String capability, String plugin, String account) {
        offers.keySet()
                .removeIf(key -> key.plugin().equals(plugin) && key.account().equals(account));
    }
}
