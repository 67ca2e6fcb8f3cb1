@NullMarked
package dev.evergreen.transition.crosszoom.internal;

import org.jspecify.annotations.NullMarked;
