/**
 * Values that every part of the engine shares: pages of lists, problems that a person can act on.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
