@NullMarked
package dev.evergreen.transition.pixelate.internal;

import org.jspecify.annotations.NullMarked;
