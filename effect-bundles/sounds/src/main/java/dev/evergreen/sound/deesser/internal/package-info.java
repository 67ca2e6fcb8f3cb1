@NullMarked
package dev.evergreen.sound.deesser.internal;

import org.jspecify.annotations.NullMarked;
