/** Plays parts of timelines while they are edited. */
@NullMarked
package dev.evergreen.media.internal.preview;

import org.jspecify.annotations.NullMarked;
