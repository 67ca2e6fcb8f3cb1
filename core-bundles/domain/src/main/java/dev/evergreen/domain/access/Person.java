package dev.evergreen.domain.access;

import java.util.UUID;

/**
 * Who acts.
 *
 * @param id the row in {@code users}
 * @param email unique
 * @param name for people
 */
public record Person(UUID id, String email, String name) {}
