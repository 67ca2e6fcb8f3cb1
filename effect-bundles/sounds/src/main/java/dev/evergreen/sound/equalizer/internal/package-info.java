@NullMarked
package dev.evergreen.sound.equalizer.internal;

import org.jspecify.annotations.NullMarked;
