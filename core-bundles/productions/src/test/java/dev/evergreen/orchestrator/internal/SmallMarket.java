package dev.evergreen.orchestrator.internal;

import dev.evergreen.blobs.internal.FolderBlobStore;
import dev.evergreen.cache.internal.LocalConcurrencyLimiter;
import dev.evergreen.cache.internal.LocalRateLimiter;
import dev.evergreen.domain.ledger.CallLedger;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.MediaIntake;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The real orchestrator over a ledger and a result cache in memory, for tests of what asks it. What comes from elsewhere is a picture. */
public final class SmallMarket implements AutoCloseable {
    private final Market market = new Market(Clock.systemUTC(), Settings.DEFAULTS);
    private final Ledger ledger = new Ledger();
    private final OrchestratorService orchestrator;

    /** @param seed decides which calls go to offers that recover */
    public SmallMarket(Path folder, long seed) throws IOException {
        orchestrator = new OrchestratorService(
                market,
                ledger,
                new Results(),
                new FolderBlobStore(
                        new BlobFolders.Options(folder.resolve("blobs"), Long.MAX_VALUE, 0, "make room"),
                        Clock.systemUTC()),
                (file, intake) -> new MediaIntake.Taken(file, "image/png"),
                new NoAccounts(),
                Files.createDirectories(folder.resolve("calls")),
                new NoEvents(),
                new OrchestratorService.Sharing(
                        "here", new LocalRateLimiter(), new LocalConcurrencyLimiter(), new Entries()),
                Settings.DEFAULTS,
                Clock.systemUTC(),
                new Random(seed),
                call -> new GuardedDownloads(call, Clock.systemUTC()));
    }

    public Orchestrator orchestrator() {
        return orchestrator;
    }

    public SmallMarket offer(String plugin, Provider<?, ?> provider) {
        market.add(provider, Map.of(ProviderProperties.PLUGIN_ID, plugin));
        return this;
    }

    /** What all calls together were charged. */
    public Money charged() {
        return ledger.charged;
    }

    @Override
    public void close() {
        orchestrator.stop();
    }

    private static final class Ledger implements CallLedger {
        private final Map<UUID, ProviderCall> open = new ConcurrentHashMap<>();
        private Money charged = Money.free();

        @Override
        public void reserve(ProviderCall intent) {
            open.put(intent.id(), intent);
        }

        @Override
        public void progress(UUID callId, ProviderCall.State state, String checkpoint) {
            // Nobody dies in these tests, so nothing is resumed.
        }

        @Override
        public synchronized void settle(UUID callId, ProviderCall.State state, Money amount, String error) {
            open.remove(callId);
            charged = charged.plus(amount);
        }

        @Override
        public List<ProviderCall> list(String correlationId) {
            throw new AssertionError("the orchestrator lists no calls");
        }

        @Override
        public List<ProviderCall> openOf(UUID jobId) {
            return List.of();
        }

        @Override
        public List<ProviderCall> paidBy(UUID jobId) {
            return List.of();
        }

        @Override
        public List<ProviderCall> open() {
            return List.copyOf(open.values());
        }
    }

    private static final class Results implements ResultCache {
        private final Map<String, Entry> entries = new ConcurrentHashMap<>();

        @Override
        public Optional<Entry> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public void put(String key, Entry entry, Optional<Prompt> prompt) {
            entries.put(key, entry);
        }

        @Override
        public Optional<Similar> findSimilar(Prompt prompt, double least) {
            return Optional.empty();
        }
    }

    private static final class NoAccounts implements ProviderAccountRepository {
        @Override
        public Optional<ProviderAccount> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public void put(ProviderAccount account) {
            throw new AssertionError("the orchestrator changes no accounts");
        }

        @Override
        public boolean remove(UUID id) {
            throw new AssertionError("the orchestrator changes no accounts");
        }

        @Override
        public List<ProviderAccount> list() {
            return new ArrayList<>();
        }
    }

    private static final class NoEvents implements EventBus {
        @Override
        public void publish(Event event) {
            // Nobody listens.
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            return () -> {}; // there is no other node to hear of
        }
    }

    private static final class Entries implements Cache {
        private final Map<String, byte[]> entries = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public void put(String key, byte[] value, Duration timeToLive, Set<String> tags) {
            entries.put(key, value);
        }

        @Override
        public void invalidate(String key) {
            entries.remove(key);
        }

        @Override
        public void invalidateTag(String tag) {
            throw new AssertionError("the orchestrator uses no tags");
        }

        @Override
        public void clear() {
            entries.clear();
        }

        @Override
        public Map<String, CacheStatistics> statistics() {
            return Map.of();
        }
    }
}
