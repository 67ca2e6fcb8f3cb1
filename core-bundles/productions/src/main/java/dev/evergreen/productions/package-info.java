/**
 * The main job: a project's script becomes a film.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.productions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
