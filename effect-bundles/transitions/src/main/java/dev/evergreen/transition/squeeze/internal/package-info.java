@NullMarked
package dev.evergreen.transition.squeeze.internal;

import org.jspecify.annotations.NullMarked;
