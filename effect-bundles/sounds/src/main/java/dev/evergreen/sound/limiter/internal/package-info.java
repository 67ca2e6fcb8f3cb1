@NullMarked
package dev.evergreen.sound.limiter.internal;

import org.jspecify.annotations.NullMarked;
