/** Colours, palettes and noise. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.colour;

import org.jspecify.annotations.NullMarked;
