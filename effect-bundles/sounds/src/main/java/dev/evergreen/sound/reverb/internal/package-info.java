@NullMarked
package dev.evergreen.sound.reverb.internal;

import org.jspecify.annotations.NullMarked;
