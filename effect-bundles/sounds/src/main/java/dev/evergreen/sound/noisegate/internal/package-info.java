@NullMarked
package dev.evergreen.sound.noisegate.internal;

import org.jspecify.annotations.NullMarked;
