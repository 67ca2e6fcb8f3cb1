@NullMarked
package dev.evergreen.effect.grain.internal;

import org.jspecify.annotations.NullMarked;
