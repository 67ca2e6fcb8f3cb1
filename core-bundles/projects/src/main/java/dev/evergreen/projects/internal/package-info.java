/** The use cases at work. */
@NullMarked
package dev.evergreen.projects.internal;

import org.jspecify.annotations.NullMarked;
