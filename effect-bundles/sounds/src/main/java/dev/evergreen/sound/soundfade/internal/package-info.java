@NullMarked
package dev.evergreen.sound.soundfade.internal;

import org.jspecify.annotations.NullMarked;
