/** Opens the configured database, keeps its schema current and lets everything on a thread share one transaction. */
@NullMarked
package dev.evergreen.persistence.internal.connection;

import org.jspecify.annotations.NullMarked;
