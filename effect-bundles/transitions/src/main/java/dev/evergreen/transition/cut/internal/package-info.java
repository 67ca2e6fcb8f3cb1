@NullMarked
package dev.evergreen.transition.cut.internal;

import org.jspecify.annotations.NullMarked;
