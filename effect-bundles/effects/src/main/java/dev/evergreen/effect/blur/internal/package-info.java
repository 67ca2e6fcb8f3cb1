@NullMarked
package dev.evergreen.effect.blur.internal;

import org.jspecify.annotations.NullMarked;
