/** Rows of people. */
@NullMarked
package dev.evergreen.persistence.internal.access;

import org.jspecify.annotations.NullMarked;
