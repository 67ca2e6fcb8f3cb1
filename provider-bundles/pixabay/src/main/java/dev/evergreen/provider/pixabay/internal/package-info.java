/** Pixabay: pictures and clips of its library. */
@NullMarked
package dev.evergreen.provider.pixabay.internal;

import org.jspecify.annotations.NullMarked;
