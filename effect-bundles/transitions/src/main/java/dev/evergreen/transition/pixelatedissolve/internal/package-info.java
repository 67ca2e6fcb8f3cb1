@NullMarked
package dev.evergreen.transition.pixelatedissolve.internal;

import org.jspecify.annotations.NullMarked;
