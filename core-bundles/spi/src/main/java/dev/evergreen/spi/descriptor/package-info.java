/**
 * Where a plugin's descriptor lies and what kinds of plugins there are.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.spi.descriptor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
