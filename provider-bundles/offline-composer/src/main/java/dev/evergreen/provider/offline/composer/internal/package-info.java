/** Music without a network: a mood becomes a score, the score becomes sound. */
@NullMarked
package dev.evergreen.provider.offline.composer.internal;

import org.jspecify.annotations.NullMarked;
