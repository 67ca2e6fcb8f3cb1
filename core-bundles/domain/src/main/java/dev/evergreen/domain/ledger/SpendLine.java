package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;

/**
 * The exact sum of what was charged for one group, in one currency; currencies are never added up.
 *
 * @param key the plugin, {@code plugin/account}, the id of the project or person, or the day as {@code 2026-11-30}; empty for what
 *     belongs to no project or nobody
 * @param name for people; the key where there is no other
 * @param spent charges and reconciled charges
 * @param calls how many calls were charged, those that cost nothing included
 */
public record SpendLine(String key, String name, Money spent, long calls) {}
