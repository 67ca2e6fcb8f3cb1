@NullMarked
package dev.evergreen.transition.slide.internal;

import org.jspecify.annotations.NullMarked;
