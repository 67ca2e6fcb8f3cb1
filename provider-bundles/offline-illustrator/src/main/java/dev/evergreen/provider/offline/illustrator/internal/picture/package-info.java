/** The canvas, its layers and how they are finished. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.picture;

import org.jspecify.annotations.NullMarked;
