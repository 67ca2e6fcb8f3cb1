package dev.evergreen.domain.storage;

/**
 * The answer to a {@link ConcurrencyRequest}.
 *
 * @param granted whether the asker has a place
 * @param ahead when refused: how many stand in line before the asker
 */
public record ConcurrencyDecision(boolean granted, int ahead) {}
