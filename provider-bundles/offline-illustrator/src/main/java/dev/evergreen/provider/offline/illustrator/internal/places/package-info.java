/** Places outside. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.places;

import org.jspecify.annotations.NullMarked;
