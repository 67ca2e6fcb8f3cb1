@NullMarked
package dev.evergreen.transition.blurdissolve.internal;

import org.jspecify.annotations.NullMarked;
