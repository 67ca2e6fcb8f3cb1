/**
 * Scripts: read from Fountain, Final Draft, Markdown, plain text or SubRip, divided into scenes and characters, printed again without loss, and matched
 * with their earlier versions. Everything here is immutable and safe for many threads.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.scripting;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
