/**
 * What provider plugins for vendors have in common: an account's settings with the descriptor's defaults, its models with their prices
 * and limits, its services, its tasks' checkpoints, its results' files.
 */
@NullMarked
package dev.evergreen.kit.provider;

import org.jspecify.annotations.NullMarked;
