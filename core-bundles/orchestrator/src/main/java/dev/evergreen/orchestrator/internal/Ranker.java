package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every offer of a capability: may it serve, what would it cost, and in which order are they asked. */
final class Ranker {
    private static final Logger LOG = LoggerFactory.getLogger(Ranker.class);

    private final Market market;
    private final HealthBook health;
    private final AccountOrder accounts;
    private final Settings settings;

    Ranker(Market market, HealthBook health, AccountOrder accounts, Settings settings) {
        this.market = market;
        this.health = health;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Those that may be asked, best first, then the others. */
    <Q extends Request<R>, R extends Result> List<Candidate<Q>> rank(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
        List<Candidate<Q>> seen = new ArrayList<>();
        for (Listing listing : market.of(capability)) {
            look(listing, request, options, seen);
        }
        List<Candidate<Q>> eligible = seen.stream()
                .filter(candidate -> candidate.obstacle() == Candidate.Obstacle.NONE)
                .toList();
        if (eligible.isEmpty()) {
            eligible = lastResort(seen);
        }
        List<Candidate<Q>> ranked =
                new ArrayList<>(score(eligible, options.routing().policy()));
        for (Candidate<Q> candidate : seen) {
            if (ranked.stream().noneMatch(one -> one.key().equals(candidate.key()))) {
                ranked.add(candidate);
            }
        }
        return ranked;
    }

    /** The last provider is never ejected: when only circuits stand in the way, they do not count. */
    private static <Q> List<Candidate<Q>> lastResort(List<Candidate<Q>> seen) {
        return seen.stream()
                .filter(candidate -> candidate.obstacle() == Candidate.Obstacle.CIRCUIT)
                .map(Candidate::admitted)
                .toList();
    }

    private <Q extends Request<R>, R extends Result> void look(
            Listing listing, Q request, CallOptions options, List<Candidate<Q>> seen) {
        if (!listing.enter()) {
            return;
        }
        try {
            @SuppressWarnings("unchecked")
            Provider<Q, R> provider = (Provider<Q, R>) listing.provider();
            for (Offer offer : provider.offers()) {
                // While a new version stands beside the old one, the newer is asked.
                if (seen.stream().noneMatch(one -> one.key().equals(listing.key(offer.id())))) {
                    seen.add(look(listing, provider, offer, request, options));
                }
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} cannot say what it offers", listing.plugin(), e);
        } finally {
            listing.exit();
        }
    }

    private <Q extends Request<R>, R extends Result> Candidate<Q> look(
            Listing listing, Provider<Q, R> provider, Offer offer, Q request, CallOptions options) {
        OfferKey key = listing.key(offer.id());
        Optional<String> outOfBounds = options.routing().objection(listing.plugin(), offer);
        if (outOfBounds.isPresent()) {
            return unfit(listing, offer, request, outOfBounds.get());
        }
        if (!accounts.enabled(listing.plugin(), listing.account())) {
            return unfit(listing, offer, request, "its account is switched off");
        }
        try {
            Support<Q> support = provider.support(request, offer);
            if (support instanceof Support.Unsupported<Q> no) {
                return unfit(listing, offer, request, "cannot serve it: " + String.join("; ", no.reasons()));
            }
            Q served = request;
            List<String> warnings = List.of();
            if (support instanceof Support.Adjusted<Q> adjusted) {
                served = adjusted.request();
                warnings = adjusted.warnings();
            }
            Quote quote = provider.quote(served, offer);
            if (quote instanceof Quote.Unknown unknown) {
                return unfit(
                        listing,
                        offer,
                        request,
                        "its price is unknown (" + unknown.reason()
                                + "); enter one in the account's settings to use it");
            }
            Quote.Known price = (Quote.Known) quote;
            if (dollars(price.ceiling()).isEmpty()) {
                String currency = price.ceiling().currency().getCurrencyCode();
                return unfit(
                        listing,
                        offer,
                        request,
                        "its price is in " + currency + "; set an exchange rate for " + currency
                                + " (exchange.rates) to use it");
            }
            Optional<Money> most = options.routing().mostExpensive();
            if (most.isPresent() && dearer(price.ceiling(), most.get())) {
                return unfit(
                        listing,
                        offer,
                        request,
                        "it may cost " + price.ceiling() + ", and the rules allow at most " + most.get());
            }
            return priced(listing, offer, key, served, warnings, price);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} failed while it was asked for a quote", key, e);
            return unfit(listing, offer, request, "the plugin failed while it was asked for a quote: " + e);
        }
    }

    private <Q> Candidate<Q> priced(
            Listing listing, Offer offer, OfferKey key, Q request, List<String> warnings, Quote.Known price) {
        OfferHealth offerHealth = health.of(key);
        Optional<String> objection = offerHealth.objection();
        Candidate.Obstacle obstacle = objection.isEmpty()
                ? Candidate.Obstacle.NONE
                : offerHealth.coolingUntil().isPresent() ? Candidate.Obstacle.COOLING : Candidate.Obstacle.CIRCUIT;
        return new Candidate<>(
                listing, offer, key, request, warnings, price, obstacle, objection.orElse("may serve it"), 0);
    }

    private static <Q> Candidate<Q> unfit(Listing listing, Offer offer, Q request, String reason) {
        return new Candidate<>(
                listing, offer, listing.key(offer.id()), request, List.of(), null, Candidate.Obstacle.UNFIT, reason, 0);
    }

    private <Q> List<Candidate<Q>> score(List<Candidate<Q>> eligible, Routing.Policy policy) {
        DoubleSummaryStatistics prices =
                eligible.stream().mapToDouble(this::price).summaryStatistics();
        DoubleSummaryStatistics times =
                eligible.stream().mapToDouble(this::seconds).summaryStatistics();
        return eligible.stream()
                .map(candidate -> {
                    double balance = balance(candidate, prices, times);
                    return candidate.ranked(balance, standing(candidate, policy, balance));
                })
                .sorted(order(policy))
                .toList();
    }

    private <Q> Comparator<Candidate<Q>> order(Routing.Policy policy) {
        Comparator<Candidate<Q>> cheap = Comparator.comparingDouble(this::price);
        Comparator<Candidate<Q>> fast = Comparator.comparingDouble(this::seconds);
        Comparator<Candidate<Q>> good =
                Comparator.comparing(candidate -> candidate.offer().tier(), Comparator.reverseOrder());
        Comparator<Candidate<Q>> reliable = Comparator.comparingDouble(
                        (Candidate<Q> candidate) -> successRate(candidate))
                .reversed();
        Comparator<Candidate<Q>> balanced = Comparator.comparingDouble((Candidate<Q> candidate) -> candidate.score())
                .reversed();
        Comparator<Candidate<Q>> first = switch (policy) {
            case CHEAPEST -> cheap.thenComparing(good).thenComparing(fast);
            case FASTEST -> fast.thenComparing(cheap);
            case BEST -> good.thenComparing(reliable).thenComparing(cheap);
            case BALANCED, PINNED -> balanced;
        };
        return first.thenComparingInt(candidate -> accounts.position(
                        candidate.listing().plugin(), candidate.listing().account()))
                .thenComparing(candidate -> candidate.key().toString());
    }

    private <Q> double balance(Candidate<Q> candidate, DoubleSummaryStatistics prices, DoubleSummaryStatistics times) {
        Settings.Weights weights = settings.weights();
        double quality = (double) candidate.offer().tier().ordinal() / (Offer.Tier.values().length - 1);
        return weights.price() * share(price(candidate), prices)
                + weights.latency() * share(seconds(candidate), times)
                + weights.quality() * quality
                + weights.success() * successRate(candidate);
    }

    /** 1 for the least of all, 0 for the most. */
    private static double share(double value, DoubleSummaryStatistics all) {
        return all.getMax() == all.getMin() ? 1 : (all.getMax() - value) / (all.getMax() - all.getMin());
    }

    private <Q> String standing(Candidate<Q> candidate, Routing.Policy policy, double balance) {
        String note = candidate.standing().equals("may serve it") ? "" : "; " + candidate.standing();
        return policy.name().toLowerCase(Locale.ROOT) + ": "
                + candidate.price().expected() + " (at most "
                + candidate.price().ceiling() + "), about "
                + words(Duration.ofMillis((long) (seconds(candidate) * 1000))) + ", "
                + candidate.offer().tier().name().toLowerCase(Locale.ROOT) + " quality, "
                + Math.round(successRate(candidate) * 100) + " % success, score "
                + BigDecimal.valueOf(balance).setScale(2, RoundingMode.HALF_UP) + note;
    }

    private <Q> double price(Candidate<Q> candidate) {
        return dollars(candidate.price().expected()).orElseThrow().doubleValue();
    }

    private <Q> double seconds(Candidate<Q> candidate) {
        return health.of(candidate.key())
                        .latency()
                        .orElse(candidate.price().duration())
                        .toMillis()
                / 1000.0;
    }

    private <Q> double successRate(Candidate<Q> candidate) {
        return health.of(candidate.key()).successRate();
    }

    /** A limit in a currency without a rate cannot be kept, so everything that costs something is above it. */
    private boolean dearer(Money price, Money most) {
        Optional<BigDecimal> limit = dollars(most);
        return limit.isEmpty() ? !price.isZero() : dollars(price).orElseThrow().compareTo(limit.get()) > 0;
    }

    private Optional<BigDecimal> dollars(Money money) {
        if (money.isZero() || money.currency().getCurrencyCode().equals("USD")) {
            return Optional.of(money.amount());
        }
        return Optional.ofNullable(settings.dollarRates().get(money.currency().getCurrencyCode()))
                .map(rate -> money.amount().multiply(rate));
    }

    /** A duration for people. */
    static String words(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1_000 ? millis + " ms" : BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP) + " s";
    }
}
