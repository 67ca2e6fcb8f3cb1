package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.storage.ConcurrencyDecision;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import dev.evergreen.domain.storage.RateDecision;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Choosing among fifty offers of fifty accounts, as every call does it: bounds, support, quotes, health, limits and scores, from
 * the services that are there to the offer that is asked and why. Half of the accounts have limits; all have been asked before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class ChoosingBenchmark {
    private static final int OFFERS = 50;
    private static final MusicRequest REQUEST = new MusicRequest("calm", "piano", Duration.ofSeconds(30), 1);

    @Param({"BALANCED", "CHEAPEST"})
    public String policy = "BALANCED";

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private @Nullable Ranker ranker;
    private @Nullable Bookings bookings;
    private @Nullable CallOptions options;

    @Setup
    public void open() {
        Clock clock = Clock.systemUTC();
        Settings settings = Settings.DEFAULTS;
        Market market = new Market(clock, settings);
        HealthBook health = new HealthBook(settings, clock);
        List<ProviderAccount> accounts = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            String plugin = "vendor-" + i;
            market.add(
                    new Composer(i),
                    Map.of(
                            ProviderProperties.PLUGIN_ID,
                            plugin,
                            ProviderProperties.ACCOUNT,
                            "main",
                            ProviderProperties.LIMITS,
                            i % 2 == 0 ? "calls=50/60s" : ""));
            accounts.add(new ProviderAccount(UUID.randomUUID(), plugin, "main", true, i, "{}", Instant.EPOCH));
        }
        for (Listing listing : market.all()) {
            OfferHealth figures = health.of(listing.key("bed"));
            for (int k = 0; k < OFFERS; k++) {
                figures.begin();
                figures.succeeded(RequestSize.SMALL, Duration.ofMillis(200 + 13L * k));
            }
        }
        Turns turns = new Turns(
                request -> new RateDecision(true, Duration.ZERO),
                new NoPlaces(),
                new NoCache(),
                settings.waiting(),
                clock,
                scheduler);
        ranker = new Ranker(market, health, new AccountOrder(new Accounts(accounts), clock), turns, settings, clock);
        bookings = turns.noBookings();
        options = new CallOptions(
                Routing.by(Routing.Policy.valueOf(policy)),
                Optional.empty(),
                Optional.empty(),
                "bench",
                Instant.MAX,
                CallOptions.Cancellation.NEVER,
                done -> {});
    }

    @TearDown
    public void close() {
        scheduler.shutdownNow();
    }

    /** The best of them, and why it is. */
    @Benchmark
    public String choose() {
        Candidate<MusicRequest> best = Objects.requireNonNull(ranker)
                .rank(
                        MusicComposer.class,
                        REQUEST,
                        Objects.requireNonNull(options),
                        Objects.requireNonNull(bookings),
                        0.5)
                .get(0);
        return best.standing();
    }

    private static final class Composer implements MusicComposer {
        private static final int TIERS = Offer.Tier.values().length;

        private final List<Offer> offers;
        private final int number;

        Composer(int number) {
            this.number = number;
            offers = List.of(new Offer(
                    "bed",
                    "Music bed",
                    Offer.Tier.values()[number % TIERS],
                    "eu",
                    false,
                    Map.of("moods", "calm,tense")));
        }

        @Override
        public List<Offer> offers() {
            return offers;
        }

        @Override
        public Support<MusicRequest> support(MusicRequest request, Offer offer) {
            return Support.yes();
        }

        @Override
        public Quote quote(MusicRequest request, Offer offer) {
            Money price = Money.usd(BigDecimal.valueOf(request.duration().toSeconds() * (number * 7 % OFFERS + 1), 3)
                    .toPlainString());
            return new Quote.Known(price, price, Duration.ofMillis(500 + 11L * number));
        }

        @Override
        public Outcome<SoundResult> execute(MusicRequest request, Offer offer, CallContext call) {
            throw new AssertionError("nothing is called");
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

    private static final class NoPlaces implements ConcurrencyLimiter {
        @Override
        public ConcurrencyDecision enter(ConcurrencyRequest request) {
            return new ConcurrencyDecision(true, 0);
        }

        @Override
        public void leave(String key, String holder) {
            throw new AssertionError("nobody was let in");
        }
    }

    /** As a cache may be whose server is away. */
    private static final class NoCache implements Cache {
        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, byte[] value, Duration timeToLive, Set<String> tags) {
            // Nothing is kept.
        }

        @Override
        public void invalidate(String key) {
            // Nothing is there.
        }

        @Override
        public void invalidateTag(String tag) {
            // Nothing is there.
        }

        @Override
        public void clear() {
            // Nothing is there.
        }

        @Override
        public Map<String, CacheStatistics> statistics() {
            return Map.of();
        }
    }
}
