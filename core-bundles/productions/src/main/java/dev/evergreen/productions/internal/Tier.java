package dev.evergreen.productions.internal;

import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import java.util.Optional;

/**
 * What a tier of quality means. It is laid over the rules that hold anyway: bounds only become tighter by it.
 *
 * @param policy how offers are ranked; empty for the rules' own
 * @param quality the least quality of offers; empty for the rules' own
 * @param size of pictures by that of the film's
 * @param price the most that one answer may cost; empty for no limit
 */
record Tier(Optional<Routing.Policy> policy, Optional<Offer.Tier> quality, double size, Optional<Money> price) {
    /** The rules with this tier over them. A pinned plugin stays pinned. */
    Routing over(Routing rules) {
        return new Routing(
                rules.policy() == Routing.Policy.PINNED ? rules.policy() : policy.orElse(rules.policy()),
                rules.pinned(),
                rules.allowed(),
                rules.denied(),
                higher(rules.quality(), quality),
                rules.regions(),
                rules.noRetention(),
                lower(rules.mostExpensive(), price),
                rules.shopAroundRejected());
    }

    private static Optional<Offer.Tier> higher(Optional<Offer.Tier> one, Optional<Offer.Tier> other) {
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0 ? one : other.or(() -> one);
    }

    /** Amounts of different currencies cannot be compared here; then the rules' own counts. */
    private static Optional<Money> lower(Optional<Money> own, Optional<Money> tiers) {
        if (own.isEmpty() || tiers.isEmpty()) {
            return own.or(() -> tiers);
        }
        boolean comparable = own.get().currency().equals(tiers.get().currency());
        return comparable && tiers.get().compareTo(own.get()) < 0 ? tiers : own;
    }
}
