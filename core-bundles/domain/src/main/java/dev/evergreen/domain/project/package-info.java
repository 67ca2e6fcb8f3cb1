/**
 * Projects with their scripts, scenes, frames, assets and timelines, and where they are kept.
 */
@Export
@Version("1.1.0")
@NullMarked
package dev.evergreen.domain.project;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
