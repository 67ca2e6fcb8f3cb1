/** What the repositories of this bundle share: the open database and the reading of rows. */
@NullMarked
package dev.evergreen.persistence.internal;

import org.jspecify.annotations.NullMarked;
