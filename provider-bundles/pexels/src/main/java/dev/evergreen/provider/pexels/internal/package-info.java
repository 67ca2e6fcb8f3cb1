/** Pexels: pictures and clips of its library. */
@NullMarked
package dev.evergreen.provider.pexels.internal;

import org.jspecify.annotations.NullMarked;
