/** Rows of calls, money and cached results. */
@NullMarked
package dev.evergreen.persistence.internal.ledger;

import org.jspecify.annotations.NullMarked;
