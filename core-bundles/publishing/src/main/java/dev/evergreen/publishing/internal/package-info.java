/** Exports at work. */
@NullMarked
package dev.evergreen.publishing.internal;

import org.jspecify.annotations.NullMarked;
