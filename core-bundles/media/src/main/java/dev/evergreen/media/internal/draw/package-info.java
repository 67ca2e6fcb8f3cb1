/** Draws frames: sources, cameras, effects, transitions, words. */
@NullMarked
package dev.evergreen.media.internal.draw;

import org.jspecify.annotations.NullMarked;
