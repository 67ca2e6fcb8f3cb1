/**
 * Values that every part of the plugin contract uses.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
