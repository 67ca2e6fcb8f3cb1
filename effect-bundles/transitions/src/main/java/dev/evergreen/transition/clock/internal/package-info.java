@NullMarked
package dev.evergreen.transition.clock.internal;

import org.jspecify.annotations.NullMarked;
