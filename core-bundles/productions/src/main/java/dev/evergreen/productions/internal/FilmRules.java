package dev.evergreen.productions.internal;

import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.provider.Offer;
import java.util.Optional;

/**
 * Which rules hold for the calls of a film: those of the one shot, else of the production, else of the project, else of the node, never
 * mixed; over them the tier of quality that was chosen.
 */
record FilmRules(Optional<Routing> production, Optional<Routing> project, Routing standard, Tiers tiers) {
    /**
     * @param shot rules of the shot itself
     * @param tier that was chosen for it; empty for standard
     */
    Routing of(Optional<Routing> shot, Optional<Offer.Tier> tier) {
        return tiers.of(tier).over(shot.or(this::production).or(this::project).orElse(standard));
    }
}
