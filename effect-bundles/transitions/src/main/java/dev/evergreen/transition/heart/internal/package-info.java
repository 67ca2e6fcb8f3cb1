@NullMarked
package dev.evergreen.transition.heart.internal;

import org.jspecify.annotations.NullMarked;
