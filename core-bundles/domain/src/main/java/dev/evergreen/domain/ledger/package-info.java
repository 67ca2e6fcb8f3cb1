/**
 * Calls to providers, and what they cost.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.ledger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
