@NullMarked
package dev.evergreen.sound.voicecleanup.internal;

import org.jspecify.annotations.NullMarked;
