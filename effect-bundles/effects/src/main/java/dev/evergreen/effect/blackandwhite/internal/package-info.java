@NullMarked
package dev.evergreen.effect.blackandwhite.internal;

import org.jspecify.annotations.NullMarked;
