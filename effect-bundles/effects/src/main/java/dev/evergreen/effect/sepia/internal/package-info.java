@NullMarked
package dev.evergreen.effect.sepia.internal;

import org.jspecify.annotations.NullMarked;
