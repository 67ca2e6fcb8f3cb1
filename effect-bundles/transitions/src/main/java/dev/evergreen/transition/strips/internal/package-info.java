@NullMarked
package dev.evergreen.transition.strips.internal;

import org.jspecify.annotations.NullMarked;
