package dev.evergreen.domain.telemetry;

import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link Backing} is and how it is.
 *
 * @param role what is kept: {@code cache, events and limits}
 * @param place where, without secrets: {@code Redis at cache.example:6379}
 * @param trouble what is wrong, what that means for the node, and the way out; empty when all is well
 */
public record BackingState(String role, String place, Optional<String> trouble) {
    public BackingState {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(trouble, "trouble");
    }
}
