/**
 * The media engine's services: rendering a timeline to a film, taking in foreign media, and checking a finished film.
 *
 * <p>Everything exchanged is a record of plain values; no type of the native library leaves the bundle.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.media;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
