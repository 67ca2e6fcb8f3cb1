/** Runs a private PostgreSQL server in the node's data folder. */
@NullMarked
package dev.evergreen.persistence.embedded.internal;

import org.jspecify.annotations.NullMarked;
