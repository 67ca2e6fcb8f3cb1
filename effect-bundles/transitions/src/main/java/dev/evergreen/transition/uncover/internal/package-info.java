@NullMarked
package dev.evergreen.transition.uncover.internal;

import org.jspecify.annotations.NullMarked;
