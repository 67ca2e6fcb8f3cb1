@NullMarked
package dev.evergreen.transition.blur.internal;

import org.jspecify.annotations.NullMarked;
