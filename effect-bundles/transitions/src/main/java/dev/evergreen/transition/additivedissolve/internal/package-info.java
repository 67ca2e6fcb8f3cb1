@NullMarked
package dev.evergreen.transition.additivedissolve.internal;

import org.jspecify.annotations.NullMarked;
