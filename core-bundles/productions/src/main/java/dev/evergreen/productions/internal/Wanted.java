package dev.evergreen.productions.internal;

import dev.evergreen.orchestrator.Routing;
import dev.evergreen.productions.internal.StepData.IllustrateInput;
import dev.evergreen.spi.provider.Offer;
import java.util.Optional;

/**
 * What a step wants of the calls that it makes.
 *
 * @param routing rules of its own; empty for those of its production
 * @param tier quality; empty for standard
 * @param similar whether the result of a similar prompt may answer
 */
record Wanted(Optional<Routing> routing, Optional<Offer.Tier> tier, boolean similar) {
    static Wanted of(Choices choices) {
        return new Wanted(Optional.empty(), choices.tier(), false);
    }

    /** For what goes before the picture. */
    Wanted withoutSimilar() {
        return new Wanted(routing, tier, false);
    }

    /** Who asks for another picture of a shot is not given one that is like the last. */
    static Wanted of(IllustrateInput input) {
        return new Wanted(input.routing(), input.tier(), input.choices().similarPrompts() && input.variation() == 0);
    }
}
