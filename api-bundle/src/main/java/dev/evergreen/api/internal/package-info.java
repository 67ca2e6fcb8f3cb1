/** The HTTP server as a component of the node. */
@NullMarked
package dev.evergreen.api.internal;

import org.jspecify.annotations.NullMarked;
