@NullMarked
package dev.evergreen.transition.checkerboard.internal;

import org.jspecify.annotations.NullMarked;
