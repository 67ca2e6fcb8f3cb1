/** People. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.figures;

import org.jspecify.annotations.NullMarked;
