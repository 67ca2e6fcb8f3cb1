/** Looks at finished films from outside. */
@NullMarked
package dev.evergreen.media.internal.check;

import org.jspecify.annotations.NullMarked;
