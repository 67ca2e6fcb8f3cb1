package dev.evergreen.orchestrator.internal;

import dev.evergreen.blobs.internal.FolderBlobStore;
import dev.evergreen.cache.internal.LocalConcurrencyLimiter;
import dev.evergreen.cache.internal.LocalRateLimiter;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.JobDraft;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.MediaIntake;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiJobStore;
import dev.evergreen.persistence.internal.ledger.JdbiCallLedger;
import dev.evergreen.persistence.internal.ledger.JdbiResultCache;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.SoundResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** An orchestrator over a real database and a real blob store. */
final class TestMarket implements AutoCloseable {
    /** What calls of this test are known by; the ledger is append-only. */
    static volatile String correlation = "";

    final OpenDatabase database;
    final JdbiCallLedger ledger;
    final FolderBlobStore blobs;
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final Bus bus = new Bus(events, new CopyOnWriteArrayList<>());
    final List<ProviderAccount> accounts = new ArrayList<>();
    final Path folder;
    final Market market;
    final OrchestratorService orchestrator;

    TestMarket(Path folder) throws SQLException, IOException {
        this(folder, TestServer.shared(), Settings.DEFAULTS);
        correlation = UUID.randomUUID().toString();
        database.database().with(handle -> handle.execute("DELETE FROM result_cache"));
        database.database().with(handle -> handle.execute("DELETE FROM budget_reservations"));
        database.database().with(handle -> handle.execute("DELETE FROM budgets"));
    }

    /** Stands for the media engine: what begins with "lie" is no media, of the rest a copy is made. */
    private static MediaIntake.Taken takeIn(Path file, Path folder) {
        try {
            String content = Files.readString(file);
            if (content.startsWith("lie")) {
                throw new ProblemException(
                        Problem.Kind.UNSUPPORTED_MEDIA, "file", "The file is no media; give another one.");
            }
            Path taken = Files.writeString(folder.resolve("taken.flac"), "safe " + content);
            return new MediaIntake.Taken(taken, "audio/flac");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another start over the same database. */
    TestMarket(Path folder, OpenDatabase database, Settings settings) throws IOException {
        this(folder, database, settings, sharing(), new Random(7));
    }

    /** Limits and cache of one process. */
    static OrchestratorService.Sharing sharing() {
        return sharing("node-a", new MapCache());
    }

    /** The same of one of several nodes. */
    static OrchestratorService.Sharing sharing(String node, Cache cache) {
        return new OrchestratorService.Sharing(node, new LocalRateLimiter(), new LocalConcurrencyLimiter(), cache);
    }

    /** Another start, or another node, over the same database. */
    TestMarket(
            Path folder,
            OpenDatabase database,
            Settings settings,
            OrchestratorService.Sharing sharing,
            RandomGenerator random)
            throws IOException {
        this.folder = folder;
        this.database = database;
        ledger = new JdbiCallLedger(database.database());
        blobs = new FolderBlobStore(
                new BlobFolders.Options(folder.resolve("blobs"), Long.MAX_VALUE, 0, "make room"), Clock.systemUTC());
        market = new Market(Clock.systemUTC(), settings);
        orchestrator = new OrchestratorService(
                market,
                ledger,
                new JdbiResultCache(database.database()),
                blobs,
                TestMarket::takeIn,
                new Accounts(accounts),
                Files.createDirectories(workspaces()),
                bus,
                sharing,
                settings,
                Clock.systemUTC(),
                random,
                call -> new GuardedDownloads(call, Clock.systemUTC()));
    }

    /** An account whose vendor lets it do only so much. */
    TestMarket limited(String plugin, FakeComposer composer, String limits) {
        market.add(composer, Map.of(ProviderProperties.PLUGIN_ID, plugin, ProviderProperties.LIMITS, limits));
        return this;
    }

    Path workspaces() {
        return folder.resolve("calls");
    }

    /** As if another node had published it. */
    void hear(Event event) {
        bus.subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    TestMarket offer(String plugin, FakeComposer composer) {
        market.add(composer, Map.of(ProviderProperties.PLUGIN_ID, plugin));
        return this;
    }

    static MusicRequest music(long seed) {
        return new MusicRequest("calm", "piano", Duration.ofSeconds(3), seed);
    }

    Served<SoundResult> compose(long seed) throws CallFailedException {
        return compose(seed, options(Policy.CHEAPEST));
    }

    Served<SoundResult> compose(long seed, CallOptions options) throws CallFailedException {
        return orchestrator.call(MusicComposer.class, music(seed), options);
    }

    static CallOptions options(Policy policy) {
        return options(policy, "", Optional.empty(), Duration.ofSeconds(20), new Cancellation());
    }

    static CallOptions options(
            Policy policy, String pinned, Optional<UUID> jobId, Duration time, CallOptions.Cancellation cancellation) {
        Routing routing = policy == Policy.PINNED ? Routing.pinned(pinned) : Routing.by(policy);
        return options(routing, jobId, time, cancellation);
    }

    static CallOptions options(Routing routing, Optional<UUID> jobId, CallOptions.Cancellation cancellation) {
        return options(routing, jobId, Duration.ofSeconds(20), cancellation);
    }

    private static CallOptions options(
            Routing routing, Optional<UUID> jobId, Duration time, CallOptions.Cancellation cancellation) {
        return new CallOptions(
                routing, Optional.empty(), jobId, correlation, Instant.now().plus(time), cancellation, fraction -> {});
    }

    /** The usual settings, but a short drain, and what a test is about. */
    static Settings settings(
            Map<String, Limits> limits, Settings.Waiting waiting, Settings.Recovery recovery, boolean hedging) {
        Settings usual = Settings.DEFAULTS;
        return new Settings(
                usual.policy(),
                usual.retries(),
                usual.retryBudget(),
                usual.breaker(),
                usual.weights(),
                usual.resultTtl(),
                usual.swap(),
                Duration.ofSeconds(5),
                usual.dollarRates(),
                limits,
                waiting,
                recovery,
                usual.probing(),
                hedging,
                usual.similarity());
    }

    /** A job's row, which calls may refer to. */
    UUID job() {
        return jobs(1).get(0);
    }

    /** Rows of so many jobs. */
    List<UUID> jobs(int count) {
        List<JobDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(new JobDraft(
                    UUID.randomUUID(),
                    Optional.empty(),
                    Optional.empty(),
                    Queue.GENERATION,
                    "compose",
                    "Compose",
                    0,
                    "{}",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    5,
                    1,
                    "test"));
        }
        new JdbiJobStore(database.database()).insert(drafts);
        return drafts.stream().map(JobDraft::id).toList();
    }

    List<ProviderCall> calls() {
        return ledger.list(correlation);
    }

    /** Sum of the ledger's lines of these kinds, in dollars. */
    BigDecimal ledger(String... kinds) {
        return database.database()
                .with(handle -> handle.createQuery(
                                "SELECT COALESCE(sum(l.amount), 0) FROM ledger_entries l JOIN provider_calls c ON c.id = l.call_id"
                                        + " WHERE c.correlation_id = :correlation AND l.kind = ANY(:kinds)")
                        .bind("correlation", correlation)
                        .bindArray("kinds", String.class, (Object[]) kinds)
                        .mapTo(BigDecimal.class)
                        .one()
                        .stripTrailingZeros());
    }

    static void await(BooleanSupplier condition, String otherwise) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError(otherwise);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("it never came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        orchestrator.stop();
    }

    /** A caller who may give up. */
    static final class Cancellation implements CallOptions.Cancellation {
        private final List<Runnable> actions = new ArrayList<>();
        private boolean cancelled;

        @Override
        public synchronized boolean isCancelled() {
            return cancelled;
        }

        @Override
        public synchronized AutoCloseable onCancel(Runnable action) {
            if (cancelled) {
                action.run();
            } else {
                actions.add(action);
            }
            return () -> remove(action);
        }

        synchronized void cancel() {
            cancelled = true;
            actions.forEach(Runnable::run);
        }

        private synchronized void remove(Runnable action) {
            actions.remove(action);
        }
    }

    private record Accounts(List<ProviderAccount> list) implements ProviderAccountRepository {
        @Override
        public Optional<ProviderAccount> find(UUID id) {
            return list.stream().filter(account -> account.id().equals(id)).findFirst();
        }

        @Override
        public void put(ProviderAccount account) {
            list.add(account);
        }

        @Override
        public boolean remove(UUID id) {
            return list.removeIf(account -> account.id().equals(id));
        }
    }

    /** A cache that forgets nothing by itself. */
    static final class MapCache implements Cache {
        final Map<String, byte[]> entries = new ConcurrentHashMap<>();

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

    private record Bus(List<Event> events, List<Consumer<Event>> subscribers) implements EventBus {
        @Override
        public void publish(Event event) {
            events.add(event);
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            Consumer<Event> mine = event -> {
                if (topic.equals(event.topic())) {
                    subscriber.accept(event);
                }
            };
            subscribers.add(mine);
            return () -> subscribers.remove(mine);
        }
    }
}
