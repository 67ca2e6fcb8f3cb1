@NullMarked
package dev.evergreen.sound.noisereduction.internal;

import org.jspecify.annotations.NullMarked;
