/** Who and what is where in the picture. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.composition;

import org.jspecify.annotations.NullMarked;
