/** Caches and tells events within this process. */
@NullMarked
package dev.evergreen.cache.internal;

import org.jspecify.annotations.NullMarked;
