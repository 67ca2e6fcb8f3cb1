@NullMarked
package dev.evergreen.effect.vignette.internal;

import org.jspecify.annotations.NullMarked;
