package dev.evergreen.orchestrator;

import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a call may go, and what decides between the offers that are left.
 *
 * @param policy how offers are ranked
 * @param pinned plugin id for {@link Policy#PINNED}; empty otherwise
 * @param allowed plugin ids that alone may be asked; empty for all
 * @param denied plugin ids that are never asked
 * @param quality the least tier; it is never undercut: without an offer that reaches it the call fails
 * @param regions where the work may be done, as offers name it; empty for everywhere. What never leaves the machine is always within.
 * @param noRetention whether vendors that keep what they are sent are left out
 * @param mostExpensive the most that one answer may cost; an offer's ceiling counts
 * @param shopAroundRejected whether other vendors are asked after a content rejection
 */
public record Routing(
        Policy policy,
        String pinned,
        Set<String> allowed,
        Set<String> denied,
        Optional<Offer.Tier> quality,
        Set<String> regions,
        boolean noRetention,
        Optional<Money> mostExpensive,
        boolean shopAroundRejected) {
    private static final String KEY = "routing";

    /** Region of an offer that works on this machine. */
    public static final String LOCAL = "local";

    /** What ranks offers. */
    public enum Policy {
        CHEAPEST,
        FASTEST,
        BEST,
        BALANCED,
        PINNED
    }

    public Routing {
        allowed = Set.copyOf(allowed);
        denied = Set.copyOf(denied);
        regions = Set.copyOf(regions);
        if ((policy == Policy.PINNED) == pinned.isEmpty()) {
            throw new IllegalArgumentException(
                    policy == Policy.PINNED
                            ? "The policy pinned needs the id of a plugin"
                            : "A plugin is pinned with the policy pinned only, not with " + policy);
        }
    }

    /** To whoever can serve, ranked by a policy other than {@link Policy#PINNED}. */
    public static Routing by(Policy policy) {
        return new Routing(policy, "", Set.of(), Set.of(), Optional.empty(), Set.of(), false, Optional.empty(), false);
    }

    /** To this plugin and nobody else. */
    public static Routing pinned(String plugin) {
        return new Routing(
                Policy.PINNED, plugin, Set.of(), Set.of(), Optional.empty(), Set.of(), false, Optional.empty(), false);
    }

    /** Where a project's calls go by its settings; empty where it has no rules of its own. */
    public static Optional<Routing> of(String projectSettings) {
        return Json.read(projectSettings, Holder.class).routing();
    }

    /** A project's settings with these rules; without any where there are none. */
    public static String into(String projectSettings, Optional<Routing> routing) {
        Map<String, Object> settings = new TreeMap<>(Json.readObject(projectSettings));
        routing.ifPresentOrElse(rules -> settings.put(KEY, rules), () -> settings.remove(KEY));
        return Json.write(settings);
    }

    /** The part of a project's settings that is read here. */
    private record Holder(Optional<Routing> routing) {}

    /** Whether there is an offer that may not be asked. */
    public boolean isBounded() {
        return policy == Policy.PINNED
                || !allowed.isEmpty()
                || !denied.isEmpty()
                || quality.isPresent()
                || !regions.isEmpty()
                || noRetention;
    }

    /** Why an offer is out of bounds whatever it costs, as a clause; empty when it is within. */
    public Optional<String> objection(String plugin, Offer offer) {
        if (policy == Policy.PINNED && !pinned.equals(plugin)) {
            return Optional.of("the request is pinned to " + pinned);
        }
        if (denied.contains(plugin)) {
            return Optional.of("the rules deny " + plugin);
        }
        if (!allowed.isEmpty() && !allowed.contains(plugin)) {
            return Optional.of("the rules allow only "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
        if (quality.isPresent() && offer.tier().compareTo(quality.get()) < 0) {
            return Optional.of(
                    "its quality is " + word(offer.tier()) + ", and the rules want at least " + word(quality.get()));
        }
        boolean local = offer.region().equals(LOCAL);
        if (!local && !regions.isEmpty() && !regions.contains(offer.region())) {
            return Optional.of("it works in " + (offer.region().isEmpty() ? "an unnamed region" : offer.region())
                    + ", and the rules allow only "
                    + String.join(", ", regions.stream().sorted().toList()));
        }
        return !local && noRetention && offer.retainsData()
                ? Optional.of("it keeps what it is sent, and the rules forbid that")
                : Optional.empty();
    }

    private static String word(Offer.Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
