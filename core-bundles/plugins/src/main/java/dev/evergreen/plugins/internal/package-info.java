/** Verifying, starting, replacing and removing plugin bundles, so that every node runs the set in the database. */
@NullMarked
package dev.evergreen.plugins.internal;

import org.jspecify.annotations.NullMarked;
