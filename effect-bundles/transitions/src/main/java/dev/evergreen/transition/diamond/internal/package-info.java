@NullMarked
package dev.evergreen.transition.diamond.internal;

import org.jspecify.annotations.NullMarked;
