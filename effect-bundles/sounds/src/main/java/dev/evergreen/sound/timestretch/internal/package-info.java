@NullMarked
package dev.evergreen.sound.timestretch.internal;

import org.jspecify.annotations.NullMarked;
