/** Arithmetic on rows of pixels, for effects and transitions that compute them. */
@NullMarked
package dev.evergreen.kit.picture;

import org.jspecify.annotations.NullMarked;
