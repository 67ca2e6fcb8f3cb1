/**
 * The one way in which the engine's records become JSON text and come back.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
