/** Rows of the installed plugin set, of vendor accounts and their keys. */
@NullMarked
package dev.evergreen.persistence.internal.plugins;

import org.jspecify.annotations.NullMarked;
