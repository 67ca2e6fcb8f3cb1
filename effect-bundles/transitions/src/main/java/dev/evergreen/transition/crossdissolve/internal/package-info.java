@NullMarked
package dev.evergreen.transition.crossdissolve.internal;

import org.jspecify.annotations.NullMarked;
