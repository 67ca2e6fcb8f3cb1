/**
 * Whom to tell, outside the studio, when work has ended.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.notification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
