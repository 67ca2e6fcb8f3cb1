@NullMarked
package dev.evergreen.rendering.internal;

import org.jspecify.annotations.NullMarked;
