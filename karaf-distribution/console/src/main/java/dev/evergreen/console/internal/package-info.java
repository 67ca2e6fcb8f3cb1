/** Commands of the Karaf console: what the operator of a node wants to see at a glance. */
@NullMarked
package dev.evergreen.console.internal;

import org.jspecify.annotations.NullMarked;
