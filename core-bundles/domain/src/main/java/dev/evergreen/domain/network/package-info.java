/**
 * The one way to addresses that others name: vendors in their answers, people as their webhooks.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.network;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
