package dev.evergreen.domain.storage;

import java.time.Duration;

/**
 * The answer to a {@link RateRequest}.
 *
 * @param granted whether the permits are booked
 * @param after when granted: how long the asker waits before it goes ahead, without asking again; zero for at once. When
 *     refused: the patience that would have been needed now
 */
public record RateDecision(boolean granted, Duration after) {}
