/** Outlines and ways of filling them. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.shapes;

import org.jspecify.annotations.NullMarked;
