@NullMarked
package dev.evergreen.sound.gain.internal;

import org.jspecify.annotations.NullMarked;
