/** Rows of projects and what they contain. */
@NullMarked
package dev.evergreen.persistence.internal.projects;

import org.jspecify.annotations.NullMarked;
