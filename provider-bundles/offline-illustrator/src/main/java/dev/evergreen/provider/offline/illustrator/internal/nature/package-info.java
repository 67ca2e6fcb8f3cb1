/** Sky, water, land and what grows on it. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.nature;

import org.jspecify.annotations.NullMarked;
