/**
 * Durable queues: submit jobs, follow them, handle them.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
