/** The command line: starts and stops nodes, and talks to them over HTTP only. */
@NullMarked
package dev.evergreen.launcher;

import org.jspecify.annotations.NullMarked;
