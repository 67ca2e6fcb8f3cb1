package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prices of a request by the units that a model is sold by; several add up. */
public final class Pricing {
    /** The unit of models that are charged by how long their machine works: known only afterwards. */
    private static final String WORK = "compute-second";

    /** The limit that says how many seconds of work a request takes at most. */
    private static final String MOST_WORK = "compute-seconds";

    private Pricing() {}

    /**
     * @param usual the unit to name where no price is configured
     * @param amounts how many units the request is, by unit
     */
    static Quote quote(
            Catalogue catalogue, Model model, String usual, Map<String, BigDecimal> amounts, Duration duration) {
        BigDecimal total = BigDecimal.ZERO;
        if (model.prices().isEmpty()) {
            return catalogue.noPrice(model, usual);
        }
        for (Map.Entry<String, BigDecimal> price : model.prices().entrySet()) {
            BigDecimal amount = amounts.get(price.getKey());
            if (price.getKey().equals(WORK)) {
                Optional<Long> most = model.limit(MOST_WORK);
                if (most.isEmpty()) {
                    return new Quote.Unknown("The model " + model.id()
                            + " is charged by the second that its machine works; set models[].limits." + MOST_WORK
                            + " in the account to what a request takes at most");
                }
                amount = BigDecimal.valueOf(most.get());
            }
            if (amount == null) {
                return catalogue.noPrice(model, usual);
            }
            total = total.add(price.getValue().multiply(amount));
        }
        return catalogue.price(total, total, duration);
    }

    /**
     * What a request has cost, where its model is charged by the machine's work alone.
     *
     * @param seconds how long it worked
     */
    public static Optional<Money> charge(Catalogue catalogue, Model model, BigDecimal seconds) {
        return model.prices().keySet().equals(Set.of(WORK))
                ? model.price(WORK).map(price -> catalogue.money(price.multiply(seconds)))
                : Optional.empty();
    }
}
