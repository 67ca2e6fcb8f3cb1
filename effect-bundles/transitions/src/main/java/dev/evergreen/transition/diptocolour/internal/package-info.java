@NullMarked
package dev.evergreen.transition.diptocolour.internal;

import org.jspecify.annotations.NullMarked;
