/**
 * The contract of every provider plugin: requests and results by capability, offers, quotes, outcomes, errors.
 */
@Export
@Version("1.1.0")
@NullMarked
package dev.evergreen.spi.provider;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
