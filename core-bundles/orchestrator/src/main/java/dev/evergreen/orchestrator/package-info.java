/**
 * Picks a provider by cost and health, pays for the call, and falls back when it fails.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.orchestrator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
