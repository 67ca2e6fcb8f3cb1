/** Turns a timeline into pieces that are drawn, kept and counted apart; plain serialisable values. */
@NullMarked
package dev.evergreen.media.internal.compile;

import org.jspecify.annotations.NullMarked;
