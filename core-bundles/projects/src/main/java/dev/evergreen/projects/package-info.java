/**
 * The use cases around a project: itself, its script with scenes and prompts, and its files. Each takes the acting person and asks
 * {@link dev.evergreen.domain.access.Access} once; what a caller can act on is thrown as a
 * {@link dev.evergreen.domain.ProblemException}.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.projects;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
