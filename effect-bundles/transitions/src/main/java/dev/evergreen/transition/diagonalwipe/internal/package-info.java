@NullMarked
package dev.evergreen.transition.diagonalwipe.internal;

import org.jspecify.annotations.NullMarked;
