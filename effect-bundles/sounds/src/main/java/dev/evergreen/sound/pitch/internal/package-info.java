@NullMarked
package dev.evergreen.sound.pitch.internal;

import org.jspecify.annotations.NullMarked;
