@NullMarked
package dev.evergreen.effect.sharpen.internal;

import org.jspecify.annotations.NullMarked;
