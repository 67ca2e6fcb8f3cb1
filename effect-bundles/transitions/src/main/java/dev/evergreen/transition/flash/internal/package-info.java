@NullMarked
package dev.evergreen.transition.flash.internal;

import org.jspecify.annotations.NullMarked;
