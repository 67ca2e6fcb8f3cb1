/** Houses and other buildings. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.buildings;

import org.jspecify.annotations.NullMarked;
