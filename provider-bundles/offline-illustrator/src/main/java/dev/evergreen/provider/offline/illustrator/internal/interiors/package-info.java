/** Rooms. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.interiors;

import org.jspecify.annotations.NullMarked;
