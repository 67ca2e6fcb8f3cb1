/**
 * Films rendered in the time of jobs, by one node or by all that render.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.rendering;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
