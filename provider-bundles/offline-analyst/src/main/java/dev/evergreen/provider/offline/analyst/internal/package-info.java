/** Plans films by rules and word tables. */
@NullMarked
package dev.evergreen.provider.offline.analyst.internal;

import org.jspecify.annotations.NullMarked;
