@NullMarked
package dev.evergreen.transition.star.internal;

import org.jspecify.annotations.NullMarked;
