/** What a node tells about itself: its readiness, its figures, and the correlation id that ties log lines together. */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.telemetry;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
