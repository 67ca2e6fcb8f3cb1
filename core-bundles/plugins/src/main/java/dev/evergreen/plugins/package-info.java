/**
 * The installed plugin set and the provider accounts, as operators see and change them.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
