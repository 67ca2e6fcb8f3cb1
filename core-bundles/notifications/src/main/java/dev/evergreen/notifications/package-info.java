/**
 * Telling people by e-mail and webhook that their work has ended.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.notifications;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
