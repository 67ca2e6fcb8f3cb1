/**
 * The installed plugin set and the provider accounts.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
