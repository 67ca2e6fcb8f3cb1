/**
 * Durable jobs as everybody sees them.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
