/** Words: shipped fonts, line breaking, captions and titles, rasterised with Java2D. */
@NullMarked
package dev.evergreen.media.internal.text;

import org.jspecify.annotations.NullMarked;
