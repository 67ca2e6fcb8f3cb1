package dev.evergreen.productions.internal;

import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The tiers of quality that makers choose from, as the operator configured them. */
@Component(service = Tiers.class, configurationPid = "dev.evergreen.productions")
@Designate(ocd = ProductionsConfiguration.class)
public final class Tiers {
    private static final String FILE = "etc/dev.evergreen.productions.cfg: ";
    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 2;

    private final Map<Offer.Tier, Tier> tiers = new EnumMap<>(Offer.Tier.class);
    private final Money askAbove;

    @Activate
    public Tiers(ProductionsConfiguration configuration) {
        askAbove = amount("ask.above", configuration.ask_above())
                .orElseThrow(() -> new IllegalArgumentException(FILE + "ask.above is empty; give an amount such as 1"));
        tiers.put(
                Offer.Tier.DRAFT,
                tier(
                        "draft",
                        configuration.draft_policy(),
                        configuration.draft_quality(),
                        configuration.draft_size(),
                        configuration.draft_price()));
        tiers.put(
                Offer.Tier.STANDARD,
                tier(
                        "standard",
                        configuration.standard_policy(),
                        configuration.standard_quality(),
                        configuration.standard_size(),
                        configuration.standard_price()));
        tiers.put(
                Offer.Tier.HIGH,
                tier(
                        "high",
                        configuration.high_policy(),
                        configuration.high_quality(),
                        configuration.high_size(),
                        configuration.high_price()));
    }

    /** @param wanted empty for standard */
    Tier of(Optional<Offer.Tier> wanted) {
        return Objects.requireNonNull(tiers.get(wanted.orElse(Offer.Tier.STANDARD)));
    }

    /** Estimates above that want a person's word; in US dollars. */
    Money askAbove() {
        return askAbove;
    }

    private static Tier tier(String name, String policy, String quality, double size, String price) {
        if (!(size >= SMALLEST && size <= LARGEST)) {
            throw new IllegalArgumentException(
                    FILE + name + ".size = " + size + " is outside " + SMALLEST + " to " + LARGEST);
        }
        Optional<Routing.Policy> ranked = word(name + ".policy", policy, Routing.Policy.class);
        if (ranked.filter(Routing.Policy.PINNED::equals).isPresent()) {
            throw new IllegalArgumentException(
                    FILE + name + ".policy = pinned names no plugin; pin one in a project's rules");
        }
        return new Tier(
                ranked, word(name + ".quality", quality, Offer.Tier.class), size, amount(name + ".price", price));
    }

    private static <E extends Enum<E>> Optional<E> word(String key, String text, Class<E> type) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(FILE + key + " = " + text + " is not known; choose one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT))));
    }

    private static Optional<Money> amount(String key, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Money amount = Money.usd(text.strip());
            if (amount.compareTo(Money.free()) < 0) {
                throw new IllegalArgumentException(FILE + key + " = " + text + " is below zero");
            }
            return Optional.of(amount);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    FILE + key + " = " + text + " is no amount of US dollars; write for example 0.05", e);
        }
    }
}
