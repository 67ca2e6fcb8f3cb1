@NullMarked
package dev.evergreen.transition.whippan.internal;

import org.jspecify.annotations.NullMarked;
