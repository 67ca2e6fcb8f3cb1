/** Calls to providers, the ledger, budgets, and results kept for the next equal request. */
@NullMarked
package dev.evergreen.persistence.internal.calls;

import org.jspecify.annotations.NullMarked;
