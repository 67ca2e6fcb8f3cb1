package dev.evergreen.api.internal.view;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rules for which providers are asked.
 *
 * @param own whether the project has rules of its own; otherwise these are the node's
 * @param unknown plugins that the rules name and that nobody offers here now, such as a misspelt one
 */
public record RoutingView(boolean own, Rules rules, List<String> unknown) {
    /** @param known ids of all plugins that offer something now */
    public static RoutingView of(Optional<Routing> own, Routing standard, Set<String> known) {
        Routing routing = own.orElse(standard);
        List<String> unknown = Stream.of(routing.allowed(), routing.denied(), Set.of(routing.pinned()))
                .flatMap(Set::stream)
                .filter(id -> !id.isEmpty() && !known.contains(id))
                .sorted()
                .distinct()
                .toList();
        return new RoutingView(own.isPresent(), Rules.of(routing), unknown);
    }

    /** As the API takes and gives them; what is missing does not bind. */
    public record Rules(
            String policy,
            Optional<String> pinned,
            Optional<Set<String>> allowed,
            Optional<Set<String>> denied,
            Optional<String> quality,
            Optional<Set<String>> regions,
            Optional<Boolean> noRetention,
            Optional<Price> mostExpensive,
            Optional<Boolean> shopAroundRejected) {
        private static Rules of(Routing routing) {
            return new Rules(
                    routing.policy().name().toLowerCase(Locale.ROOT),
                    Optional.of(routing.pinned()).filter(id -> !id.isEmpty()),
                    Optional.of(new TreeSet<>(routing.allowed())),
                    Optional.of(new TreeSet<>(routing.denied())),
                    routing.quality().map(tier -> tier.name().toLowerCase(Locale.ROOT)),
                    Optional.of(new TreeSet<>(routing.regions())),
                    Optional.of(routing.noRetention()),
                    routing.mostExpensive().map(Price::of),
                    Optional.of(routing.shopAroundRejected()));
        }

        /** @throws ProblemException INVALID where the rules contradict each other */
        public Routing routing() {
            try {
                return new Routing(
                        Routing.Policy.valueOf(policy.toUpperCase(Locale.ROOT)),
                        pinned.orElse(""),
                        allowed.orElse(Set.of()),
                        denied.orElse(Set.of()),
                        quality.map(tier -> Offer.Tier.valueOf(tier.toUpperCase(Locale.ROOT))),
                        regions.orElse(Set.of()),
                        noRetention.orElse(false),
                        mostExpensive.map(price -> price.money("mostExpensive")),
                        shopAroundRejected.orElse(false));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problem.Kind.INVALID, "policy", e.getMessage() + ".");
            }
        }
    }

    /** An amount in major units, and an ISO 4217 currency. */
    public record Price(String amount, String currency) {
        private static Price of(Money money) {
            return new Price(
                    money.amount().stripTrailingZeros().toPlainString(),
                    money.currency().getCurrencyCode());
        }

        /**
         * @param field where it was given
         * @throws ProblemException INVALID where it is no amount that can be kept
         */
        public Money money(String field) {
            try {
                return new Money(new BigDecimal(amount), Currency.getInstance(currency));
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw new ProblemException(
                        Problem.Kind.INVALID,
                        field,
                        field + " is " + amount + " " + currency
                                + "; give an amount with at most six decimal places and an ISO 4217 currency such as USD.");
            }
        }
    }
}
