@NullMarked
package dev.evergreen.transition.zoom.internal;

import org.jspecify.annotations.NullMarked;
