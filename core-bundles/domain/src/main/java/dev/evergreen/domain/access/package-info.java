/**
 * Who acts, and the one question that every use case asks before it does something.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
