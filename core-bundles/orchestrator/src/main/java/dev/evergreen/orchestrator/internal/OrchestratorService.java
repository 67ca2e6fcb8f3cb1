package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.CallLedger;
import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.MediaIntake;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.telemetry.Metrics;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.CallWaitsException;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the market of provider services and makes calls on it. */
@Component(service = Orchestrator.class, configurationPid = "dev.evergreen.orchestrator")
@Designate(ocd = OrchestratorConfiguration.class)
public final class OrchestratorService implements Orchestrator {
    private static final Logger LOG = LoggerFactory.getLogger(OrchestratorService.class);
    private static final String ALERT = "error:occurred";

    private final Market market;
    private final HealthBook health;
    private final Turns turns;
    private final SharedRests rests;
    private final Prober prober;
    private final Estimator estimator;
    private final Tools tools;
    private final SingleFlight flights = new SingleFlight();
    private final EventBus events;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "provider-call");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "provider-upkeep");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<CallWatch> watches = ConcurrentHashMap.newKeySet();
    private final Map<Metrics, CallFigures> figures = new ConcurrentHashMap<>();

    @Activate
    public OrchestratorService(
            @Reference Market market,
            @Reference CallLedger ledger,
            @Reference ResultCache cache,
            @Reference BlobStore blobs,
            @Reference MediaIntake intake,
            @Reference ProviderAccountRepository accounts,
            @Reference NodeData node,
            @Reference EventBus events,
            @Reference RateLimiter rates,
            @Reference ConcurrencyLimiter places,
            @Reference Cache shared,
            OrchestratorConfiguration configuration) {
        this(
                market,
                ledger,
                cache,
                blobs,
                intake,
                accounts,
                node.folder("work", "calls"),
                events,
                new Sharing(node.nodeId(), rates, places, shared),
                Settings.of(configuration),
                Clock.systemUTC(),
                new Random(),
                call -> new GuardedDownloads(call, Clock.systemUTC()));
    }

    OrchestratorService(
            Market market,
            CallLedger ledger,
            ResultCache cache,
            BlobStore blobs,
            MediaIntake intake,
            ProviderAccountRepository accounts,
            Path workspaces,
            EventBus events,
            Sharing sharing,
            Settings settings,
            Clock clock,
            RandomGenerator random,
            CallScope.DownloadsFactory downloads) {
        this.events = events;
        this.clock = clock;
        this.market = market;
        this.health = new HealthBook(settings, clock);
        this.turns =
                new Turns(sharing.rates(), sharing.places(), sharing.cache(), settings.waiting(), clock, scheduler);
        Ranker ranker = new Ranker(market, health, new AccountOrder(accounts, clock), turns, settings, clock);
        ResultShelf shelf = new ResultShelf(blobs, cache, intake, settings.resultTtl(), clock);
        this.estimator = new Estimator(ranker, turns, settings);
        this.tools = new Tools(
                market,
                health,
                ranker,
                turns,
                random,
                ledger,
                shelf,
                new RetryBudget(settings.retryBudget()),
                settings,
                clock,
                threads,
                workspaces,
                downloads,
                this::alert);
        this.rests = new SharedRests(health, market, events, sharing.cache(), sharing.node(), clock, threads);
        market.listen(this::changed);
        rests.recall();
        // What a killed node left; its calls go on in folders of their own.
        CallScope.clear(workspaces);
        this.prober = new Prober(market, health, settings.probing(), threads);
        prober.start(scheduler);
    }

    /**
     * What nodes share of vendors' limits.
     *
     * @param node this one's name
     */
    record Sharing(String node, RateLimiter rates, ConcurrencyLimiter places, Cache cache) {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addMetrics(Metrics metrics) {
        figures.put(metrics, new CallFigures(metrics, this::status, watches));
    }

    void removeMetrics(Metrics metrics) {
        CallFigures gone = figures.remove(metrics);
        if (gone != null) {
            gone.close();
        }
    }

    @Deactivate
    void stop() {
        market.listen((listing, arrived) -> {});
        rests.close();
        scheduler.shutdownNow();
        threads.shutdownNow();
    }

    /** Asks vendors now that are worth asking, for tests. */
    void probe() {
        prober.probe();
    }

    private void changed(Listing listing, boolean arrived) {
        if (arrived) {
            health.forget(listing.capability().getSimpleName(), listing.plugin(), listing.account());
            rests.recall(listing);
        }
        watches.forEach(CallWatch::tell);
    }

    @Override
    public <Q extends Request<R>, R extends Result> Served<R> call(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) throws CallFailedException {
        String name = capability.getSimpleName();
        try {
            Served<R> served = shared(capability, request, options);
            figures.values().forEach(shown -> shown.call(name, served.cached() ? "reused" : "served"));
            return served;
        } catch (CallFailedException e) {
            figures.values().forEach(shown -> shown.call(name, e instanceof CallWaitsException ? "put_off" : "failed"));
            throw e;
        }
    }

    /** One answer for all who ask the same at the same time, or did before. */
    private <Q extends Request<R>, R extends Result> Served<R> shared(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) throws CallFailedException {
        String digest = CanonicalRequest.digest(capability, request);
        if (!Capabilities.repeatable(capability)) {
            return serve(capability, request, digest, options);
        }
        String flight = digest + " " + options.routing() + " " + options.similar();
        return flights.fly(flight, options, () -> {
            Optional<Served<R>> earlier = earlier(capability, request, digest, options);
            return earlier.isPresent() ? earlier.get() : serve(capability, request, digest, options);
        });
    }

    @Override
    public <Q extends Request<R>, R extends Result> CallEstimate estimate(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
        String digest = CanonicalRequest.digest(capability, request);
        CallEstimate fresh = estimator.fresh(capability, request, options, digest);
        return Capabilities.repeatable(capability)
                ? earlier(capability, request, digest, options)
                        .map(Served::trail)
                        .map(trail -> Estimator.kept(fresh, trail.served(), trail.why()))
                        .orElse(fresh)
                : fresh;
    }

    /** A kept result that may answer the request by the rules that hold for it. */
    private <Q extends Request<R>, R extends Result> Optional<Served<R>> earlier(
            Class<? extends Provider<Q, R>> capability, Q request, String digest, CallOptions options) {
        Class<R> type = Capabilities.result(capability);
        Optional<Served<R>> equal = tools.shelf()
                .find(digest, type)
                .filter(found -> fits(found, capability, request, options))
                .map(found -> again(found, CallTrail.cached(found.servedBy()), paid(digest, options)));
        return equal.isPresent() || !options.similar()
                ? equal
                : Likeness.of(capability, request)
                        .flatMap(prompt -> tools.shelf()
                                .findSimilar(prompt, tools.settings().similarity(), type))
                        .filter(alike -> fits(alike.shelved(), capability, request, options))
                        .map(alike -> again(
                                alike.shelved(),
                                CallTrail.similar(alike.shelved().servedBy(), alike.prompt()),
                                Money.free()));
    }

    private static <R extends Result> Served<R> again(ResultShelf.Shelved<R> found, Trail trail, Money charge) {
        return new Served<>(found.result(), found.files(), trail, charge, true);
    }

    /** What an earlier run of the same job was charged for the result; a job that was put off midway has paid for its first answers. */
    private Money paid(String digest, CallOptions options) {
        return options.jobId().stream()
                .flatMap(job -> tools.ledger().paidBy(job).stream())
                .filter(call -> StoredTask.of(call).request().equals(digest))
                .flatMap(call -> call.charged().stream())
                .reduce(Money::plus)
                .orElse(Money.free());
    }

    @Override
    public <Q extends Request<R>, R extends Result> Ranking rank(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
        return new Ranking(
                tools.ranker().rank(capability, request, options, turns.noBookings(), Ranker.NO_CHANCE).stream()
                        .map(Candidate::shown)
                        .toList());
    }

    @Override
    public Routing standard() {
        return Routing.by(tools.settings().policy());
    }

    @Override
    public List<OfferStatus> status() {
        List<OfferStatus> status = new ArrayList<>();
        for (Listing listing : market.all()) {
            if (!listing.enter()) {
                continue;
            }
            try {
                for (Offer offer : listing.provider().offers()) {
                    status.add(status(listing, offer));
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} cannot say what it offers", listing.plugin(), e);
            } finally {
                listing.exit();
            }
        }
        return List.copyOf(status);
    }

    private OfferStatus status(Listing listing, Offer offer) {
        OfferHealth figures = health.of(listing.key(offer.id()));
        return new OfferStatus(
                listing.capability().getSimpleName(),
                listing.plugin(),
                listing.account(),
                offer.id(),
                offer.title(),
                figures.circuit().name(),
                figures.coolingUntil(),
                figures.latency(),
                figures.successRate(),
                figures.calls(),
                figures.share(),
                figures.latencies().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
                figures.probes(),
                figures.hedges(),
                listing.limits().isNone() ? "" : listing.limits().words(),
                turns.expected(listing, turns.noBookings(), clock.instant()),
                figures.explanation());
    }

    private <Q extends Request<R>, R extends Result> Served<R> serve(
            Class<? extends Provider<Q, R>> capability, Q request, String digest, CallOptions options)
            throws CallFailedException {
        try (CallWatch watch = new CallWatch(options, clock, threads)) {
            watches.add(watch);
            try {
                Served<R> served = new Call<>(tools, capability, request, digest, options, watch).run();
                figures.values().forEach(shown -> shown.attempts(capability.getSimpleName(), served.trail()));
                return served;
            } catch (CallFailedException e) {
                figures.values().forEach(shown -> shown.attempts(capability.getSimpleName(), e.trail()));
                throw e;
            } finally {
                watches.remove(watch);
            }
        }
    }

    /** An earlier result counts only from an offer that might be asked now, and where the best is wanted only while nobody is better. */
    private <Q extends Request<R>, R extends Result> boolean fits(
            ResultShelf.Shelved<?> found, Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
        Routing routing = options.routing();
        boolean best = routing.policy() == Routing.Policy.BEST;
        if (!routing.isBounded() && !best) {
            return true;
        }
        Optional<Offer> made = offer(found, capability);
        if (made.isEmpty()) {
            return !routing.isBounded();
        }
        return routing.objection(found.plugin(), made.get()).isEmpty()
                && (!best || !isSurpassed(made.get(), capability, request, options));
    }

    /** The offer that made a kept result, if it is there now. */
    private Optional<Offer> offer(ResultShelf.Shelved<?> found, Class<?> capability) {
        for (Listing listing : market.of(capability)) {
            if (listing.plugin().equals(found.plugin()) && listing.enter()) {
                try {
                    for (Offer offer : listing.provider().offers()) {
                        if (listing.key(offer.id()).toString().equals(found.servedBy())) {
                            return Optional.of(offer);
                        }
                    }
                } finally {
                    listing.exit();
                }
            }
        }
        return Optional.empty();
    }

    private <Q extends Request<R>, R extends Result> boolean isSurpassed(
            Offer made, Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
        return tools.ranker().rank(capability, request, options, turns.noBookings(), Ranker.NO_CHANCE).stream()
                .filter(candidate -> candidate.obstacle() == Candidate.Obstacle.NONE)
                .anyMatch(candidate -> candidate.offer().tier().compareTo(made.tier()) > 0);
    }

    /** Tells operators of an account that needs them. */
    private void alert(OfferKey key, String message) {
        LOG.warn("{} needs attention: {}", key, message);
        events.publish(new Event(
                ALERT,
                key.toString(),
                Map.of("plugin", key.plugin(), "account", key.account(), "offer", key.offer(), "error", message),
                clock.instant()));
    }
}
