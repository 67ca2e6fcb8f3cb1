@NullMarked
package dev.evergreen.transition.blinds.internal;

import org.jspecify.annotations.NullMarked;
