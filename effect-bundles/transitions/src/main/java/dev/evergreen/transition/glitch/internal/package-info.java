@NullMarked
package dev.evergreen.transition.glitch.internal;

import org.jspecify.annotations.NullMarked;
