@NullMarked
package dev.evergreen.transition.iris.internal;

import org.jspecify.annotations.NullMarked;
