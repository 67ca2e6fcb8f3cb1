/**
 * Use cases of money: budgets, calls whose outcome is unknown, and what was spent on what.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.spending;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
