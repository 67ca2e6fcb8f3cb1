package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.internal.Candidate.Figures;
import dev.evergreen.orchestrator.internal.Candidate.Obstacle;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every offer of a capability: may it serve, what would it cost, and in which order are they asked. */
final class Ranker {
    /** For a look that is no call: nobody who recovers is passed over. */
    static final double NO_CHANCE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(Ranker.class);
    private static final double MILLIS = 1000;
    private static final double NANOS = 1e9;
    private static final Supplier<String> FIT = () -> "may serve it";

    private final Market market;
    private final HealthBook health;
    private final AccountOrder accounts;
    private final Turns turns;
    private final Settings settings;
    private final Clock clock;

    Ranker(Market market, HealthBook health, AccountOrder accounts, Turns turns, Settings settings, Clock clock) {
        this.market = market;
        this.health = health;
        this.accounts = accounts;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /** What does not change while one request is looked at. */
    private record Look<Q>(Q request, Routing routing, Instant now, AccountOrder.Known accounts, Bookings bookings) {}

    /**
     * Those that may be asked, best first, then the others.
     *
     * @param bookings the turns that the call has booked
     * @param chance from 0 to below 1: offers that recover are put behind the others when their share is not above it
     */
    <Q extends Request<R>, R extends Result> List<Candidate<Q>> rank(
            Class<? extends Provider<Q, R>> capability,
            Q request,
            CallOptions options,
            Bookings bookings,
            double chance) {
        Look<Q> look = new Look<>(request, options.routing(), clock.instant(), accounts.now(), bookings);
        List<Candidate<Q>> eligible = new ArrayList<>();
        List<Candidate<Q>> others = new ArrayList<>();
        Set<OfferKey> known = new HashSet<>();
        for (Listing listing : market.of(capability)) {
            look(listing, look, known, eligible, others);
        }
        if (eligible.isEmpty()) {
            lastResort(eligible, others);
        }
        List<Candidate<Q>> ranked =
                new Scoring<Q>(settings.weights(), look.routing().policy(), look.accounts()).order(eligible);
        List<Candidate<Q>> all = new ArrayList<>(ranked.size() + others.size());
        addInTurn(ranked, chance, all);
        all.addAll(others);
        return all;
    }

    /** The last provider is never ejected: when only circuits stand in the way, they do not count. */
    private static <Q> void lastResort(List<Candidate<Q>> eligible, List<Candidate<Q>> others) {
        for (Candidate<Q> candidate : others) {
            if (candidate.obstacle() == Obstacle.CIRCUIT) {
                eligible.add(candidate.with(
                        Obstacle.NONE, () -> candidate.standing() + "; asked all the same, as nobody else is left"));
            }
        }
        if (!eligible.isEmpty()) {
            others.removeIf(candidate -> candidate.obstacle() == Obstacle.CIRCUIT);
        }
    }

    /** Who recovers and is not in luck comes after everybody who is well. */
    private static <Q> void addInTurn(List<Candidate<Q>> ranked, double chance, List<Candidate<Q>> all) {
        for (Candidate<Q> candidate : ranked) {
            if (candidate.figures().share() > chance) {
                all.add(candidate);
            }
        }
        if (all.size() < ranked.size()) {
            for (Candidate<Q> candidate : ranked) {
                if (candidate.figures().share() <= chance) {
                    all.add(candidate);
                }
            }
        }
    }

    private <Q extends Request<R>, R extends Result> void look(
            Listing listing,
            Look<Q> look,
            Set<OfferKey> known,
            List<Candidate<Q>> eligible,
            List<Candidate<Q>> others) {
        if (!listing.enter()) {
            return;
        }
        try {
            @SuppressWarnings("unchecked")
            Provider<Q, R> provider = (Provider<Q, R>) listing.provider();
            for (Offer offer : provider.offers()) {
                // While a new version stands beside the old one, the newer is asked.
                if (known.add(listing.key(offer.id()))) {
                    Candidate<Q> candidate = look(listing, provider, offer, look);
                    (candidate.obstacle() == Obstacle.NONE ? eligible : others).add(candidate);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} cannot say what it offers", listing.plugin(), e);
        } finally {
            listing.exit();
        }
    }

    private <Q extends Request<R>, R extends Result> Candidate<Q> look(
            Listing listing, Provider<Q, R> provider, Offer offer, Look<Q> look) {
        Q request = look.request();
        Optional<String> outOfBounds = look.routing().objection(listing.plugin(), offer);
        if (outOfBounds.isPresent()) {
            return unfit(listing, offer, request, outOfBounds::get);
        }
        if (!look.accounts().enabled(listing.plugin(), listing.account())) {
            return unfit(listing, offer, request, () -> "its account is switched off");
        }
        try {
            Support<Q> support = provider.support(request, offer);
            if (support instanceof Support.Unsupported<Q> no) {
                return unfit(listing, offer, request, () -> "cannot serve it: " + String.join("; ", no.reasons()));
            }
            Q served = request;
            List<String> warnings = List.of();
            if (support instanceof Support.Adjusted<Q> adjusted) {
                served = adjusted.request();
                warnings = adjusted.warnings();
            }
            Quote quote = provider.quote(served, offer);
            if (quote instanceof Quote.Unknown unknown) {
                return out(
                        listing,
                        offer,
                        request,
                        Obstacle.UNPRICED,
                        () -> "its price is unknown (" + unknown.reason()
                                + "); enter one in the account's settings to use it");
            }
            Quote.Known price = (Quote.Known) quote;
            if (!comparable(price.ceiling())) {
                String currency = price.ceiling().currency().getCurrencyCode();
                return out(
                        listing,
                        offer,
                        request,
                        Obstacle.UNPRICED,
                        () -> "its price is in " + currency + "; set an exchange rate for " + currency
                                + " (exchange.rates) to use it");
            }
            Optional<Supplier<String>> tooDear = tooDear(price, look.routing());
            if (tooDear.isPresent()) {
                return unfit(listing, offer, request, tooDear.get());
            }
            return priced(listing, offer, served, warnings, price, look);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} failed while it was asked for a quote", listing.key(offer.id()), e);
            return unfit(listing, offer, request, () -> "the plugin failed while it was asked for a quote: " + e);
        }
    }

    private Optional<Supplier<String>> tooDear(Quote.Known price, Routing routing) {
        Optional<Money> most = routing.mostExpensive();
        return most.isPresent() && dearer(price.ceiling(), most.get())
                ? Optional.of(() -> "it may cost " + price.ceiling() + ", and the rules allow at most " + most.get())
                : Optional.empty();
    }

    private <Q> Candidate<Q> priced(
            Listing listing, Offer offer, Q request, List<String> warnings, Quote.Known price, Look<Q> look) {
        OfferKey key = listing.key(offer.id());
        OfferHealth.Glance glance = health.of(key).glance(look.now(), RequestSize.of(price.duration()));
        Duration wait = turns.expected(listing, look.bookings(), look.now());
        double work = Double.isNaN(glance.latencyMillis())
                ? price.duration().toNanos() / NANOS
                : glance.latencyMillis() / MILLIS;
        Figures figures = new Figures(
                dollars(price.expected()), wait, wait.toNanos() / NANOS + work, glance.success(), glance.share());
        return new Candidate<>(
                listing,
                offer,
                key,
                request,
                warnings,
                price,
                glance.obstacle(),
                figures,
                glance.obstacle() == Obstacle.NONE
                        ? FIT
                        : () -> glance.objection().orElseThrow());
    }

    private static <Q> Candidate<Q> unfit(Listing listing, Offer offer, Q request, Supplier<String> reason) {
        return out(listing, offer, request, Obstacle.UNFIT, reason);
    }

    private static <Q> Candidate<Q> out(
            Listing listing, Offer offer, Q request, Obstacle obstacle, Supplier<String> reason) {
        return new Candidate<>(
                listing, offer, listing.key(offer.id()), request, List.of(), null, obstacle, Figures.NONE, reason);
    }

    /** A limit in a currency without a rate cannot be kept, so everything that costs something is above it. */
    private boolean dearer(Money price, Money most) {
        return comparable(most) ? dollars(price) > dollars(most) : !price.isZero();
    }

    private boolean comparable(Money money) {
        return money.isZero()
                || isDollars(money)
                || settings.dollarRates().containsKey(money.currency().getCurrencyCode());
    }

    /** Of a comparable price; exact enough to compare amounts of six decimal places. */
    private double dollars(Money money) {
        if (money.isZero()) {
            return 0;
        }
        if (isDollars(money)) {
            return money.amount().doubleValue();
        }
        BigDecimal rate = settings.dollarRates().get(money.currency().getCurrencyCode());
        if (rate == null) {
            throw new IllegalArgumentException("no exchange rate for " + money);
        }
        return money.amount().multiply(rate).doubleValue();
    }

    /** A comparable price in dollars, rounded up to what is kept of an amount. */
    Money inDollars(Money money) {
        if (money.isZero() || isDollars(money)) {
            return new Money(money.amount(), Money.free().currency());
        }
        BigDecimal rate = settings.dollarRates().get(money.currency().getCurrencyCode());
        if (rate == null) {
            throw new IllegalArgumentException("no exchange rate for " + money);
        }
        return Money.ceiling(money.amount().multiply(rate), Money.free().currency());
    }

    private static boolean isDollars(Money money) {
        return money.currency().getCurrencyCode().equals("USD");
    }

    /** Whether a reason has nothing to add to the figures. */
    static boolean isPlain(Supplier<String> reason) {
        return reason == FIT;
    }

    /** A duration for people. */
    static String words(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 600_000
                ? BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP) + " s"
                : Math.round(millis / 60_000.0) + " min";
    }
}
