@NullMarked
package dev.evergreen.transition.barndoors.internal;

import org.jspecify.annotations.NullMarked;
