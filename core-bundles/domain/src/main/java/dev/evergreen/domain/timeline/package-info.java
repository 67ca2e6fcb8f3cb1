/**
 * What a timeline becomes for films of other proportions.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.timeline;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
