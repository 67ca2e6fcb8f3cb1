@NullMarked
package dev.evergreen.sound.compressor.internal;

import org.jspecify.annotations.NullMarked;
