/**
 * The use cases that hand a finished timeline out: further files of it, rendered as jobs.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.publishing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
