/** The data folder of the node. */
@NullMarked
package dev.evergreen.persistence.internal.node;

import org.jspecify.annotations.NullMarked;
