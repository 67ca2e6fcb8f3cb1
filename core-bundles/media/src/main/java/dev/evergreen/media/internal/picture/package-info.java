/** Pixels: planes, sub-pixel resampling and blends, in plain Java that the JIT compiler vectorises. */
@NullMarked
package dev.evergreen.media.internal.picture;

import org.jspecify.annotations.NullMarked;
