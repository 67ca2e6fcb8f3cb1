package dev.evergreen.productions;

import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.provider.Offer;
import java.util.Optional;

/**
 * How another picture of a shot is to be.
 *
 * @param notes added to its prompt
 * @param routing which providers are asked for it; empty for the rules of the production
 * @param tier its quality; empty for that of the production
 */
public record ShotWish(String notes, Optional<Routing> routing, Optional<Offer.Tier> tier) {}
