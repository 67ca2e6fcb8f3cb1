@NullMarked
package dev.evergreen.transition.wipe.internal;

import org.jspecify.annotations.NullMarked;
