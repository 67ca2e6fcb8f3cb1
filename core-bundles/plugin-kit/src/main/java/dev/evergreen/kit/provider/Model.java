package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.Offer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account sells under one name, as configured.
 *
 * @param id as the vendor calls it
 * @param capabilities simple names of the service interfaces that it serves
 * @param title for people
 * @param tier quality
 * @param region where it runs
 * @param retainsData whether the vendor keeps what it is sent
 * @param prices for one unit, by the unit's name, in the account's currency
 * @param limits of one request, by name; what is absent is not limited
 * @param options anything else that the plugin knows by name; also the offer's attributes
 */
public record Model(
        String id,
        Set<String> capabilities,
        String title,
        Offer.Tier tier,
        String region,
        boolean retainsData,
        Map<String, BigDecimal> prices,
        Map<String, Long> limits,
        Map<String, String> options) {
    public Model {
        capabilities = Set.copyOf(capabilities);
        prices = Map.copyOf(prices);
        limits = Map.copyOf(limits);
        options = Map.copyOf(options);
    }

    public Offer offer() {
        return new Offer(id, title, tier, region, retainsData, options);
    }

    /** The price of the first of these units that has one. */
    public Optional<BigDecimal> price(String... units) {
        return Arrays.stream(units).filter(prices::containsKey).findFirst().map(prices::get);
    }

    public Optional<Long> limit(String name) {
        return Optional.ofNullable(limits.get(name));
    }

    public String option(String name, String fallback) {
        return options.getOrDefault(name, fallback);
    }

    /** An option that is a list with commas. */
    public List<String> list(String name) {
        return Arrays.stream(option(name, "").split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
