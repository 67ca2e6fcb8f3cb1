package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.spi.provider.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes which offers are to be left alone, and hears it from them. Told by events, so that calls look at this node's
 * memory only. For nodes that missed an event the cache keeps how long a vendor wants quiet; not what is wrong with an account,
 * because nobody could tell there whether an operator has mended it since: who missed that asks once. While events and cache are
 * away, each node goes by what it was told itself.
 */
final class SharedRests implements AutoCloseable {
    static final String TOPIC = "offer:rests";

    private static final Logger LOG = LoggerFactory.getLogger(SharedRests.class);

    private final HealthBook health;
    private final Market market;
    private final EventBus events;
    private final Cache cache;
    private final String node;
    private final Clock clock;
    private final Executor threads;
    private final EventBus.Subscription told;
    private final EventBus.Subscription missed;

    /** As it is kept; by the clock of the node that was told. */
    private record Kept(String node, Instant until, String reason) {}

    SharedRests(
            HealthBook health,
            Market market,
            EventBus events,
            Cache cache,
            String node,
            Clock clock,
            Executor threads) {
        this.health = health;
        this.market = market;
        this.events = events;
        this.cache = cache;
        this.node = node;
        this.clock = clock;
        this.threads = threads;
        health.listen(this::tell);
        told = events.subscribe(TOPIC, this::hear);
        missed = events.subscribe(EventBus.GAP, gap -> recall());
    }

    /** Looks up what vendors told others before this node listened, or while it could not. Returns at once. */
    void recall() {
        market.all().forEach(this::recall);
    }

    /** The same for a service that has just come. */
    void recall(Listing listing) {
        threads.execute(() -> {
            if (listing.enter()) {
                try {
                    for (Offer offer : listing.provider().offers()) {
                        recall(listing.key(offer.id()));
                    }
                } catch (RuntimeException | LinkageError e) {
                    LOG.warn("{} cannot say what it offers", listing.plugin(), e);
                } finally {
                    listing.exit();
                }
            }
        });
    }

    private void recall(OfferKey key) {
        cache.getText(cacheKey(key)).map(text -> Json.read(text, Kept.class)).ifPresent(kept -> {
            Duration left = Duration.between(clock.instant(), kept.until());
            if (!left.isNegative() && !kept.node().equals(node)) {
                health.of(key).told(new Rest(kept.node(), left, false, kept.reason()));
            }
        });
    }

    private void tell(OfferKey key, Rest rest) {
        Instant now = clock.instant();
        if (!rest.account() && !rest.time().isZero()) {
            Kept kept = new Kept(node, now.plus(rest.time()), rest.reason());
            cache.putText(cacheKey(key), Json.write(kept), rest.time(), Set.of());
        }
        Map<String, Object> payload = Map.of(
                "capability", key.capability(),
                "plugin", key.plugin(),
                "account", key.account(),
                "offer", key.offer(),
                "node", node,
                "millis", rest.time().toMillis(),
                "needsOperator", rest.account(),
                "reason", rest.reason());
        events.publish(new Event(TOPIC, key.toString(), Map.copyOf(payload), now));
    }

    private void hear(Event event) {
        Map<String, ?> payload = event.payload();
        if (node.equals(payload.get("node")) || !(payload.get("millis") instanceof Number millis)) {
            return;
        }
        OfferKey key = new OfferKey(
                text(payload, "capability"), text(payload, "plugin"), text(payload, "account"), text(payload, "offer"));
        boolean account = Boolean.TRUE.equals(payload.get("needsOperator"));
        health.of(key)
                .told(new Rest(
                        text(payload, "node"),
                        Duration.ofMillis(millis.longValue()),
                        account,
                        text(payload, "reason")));
    }

    private static String text(Map<String, ?> payload, String key) {
        return payload.get(key) instanceof String value ? value : "";
    }

    private static String cacheKey(OfferKey key) {
        return "rest:" + key.capability() + "/" + key;
    }

    @Override
    public void close() {
        told.close();
        missed.close();
        health.listen((key, rest) -> {});
    }
}
