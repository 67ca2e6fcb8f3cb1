/** Mixes and masters a film's sound in one pass over the whole timeline, whatever its length, in flat memory. */
@NullMarked
package dev.evergreen.media.internal.sound;

import org.jspecify.annotations.NullMarked;
