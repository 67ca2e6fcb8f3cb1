@NullMarked
package dev.evergreen.transition.radial.internal;

import org.jspecify.annotations.NullMarked;
