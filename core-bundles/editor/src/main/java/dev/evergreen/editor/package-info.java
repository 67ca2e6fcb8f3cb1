/**
 * The use cases around a project's timeline: read its newest revision, and change it by commands.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.editor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
