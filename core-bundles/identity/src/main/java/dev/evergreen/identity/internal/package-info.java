/** Who may do what on this node. */
@NullMarked
package dev.evergreen.identity.internal;

import org.jspecify.annotations.NullMarked;
