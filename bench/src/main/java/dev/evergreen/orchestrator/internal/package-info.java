/** Beside the orchestrator's own classes, to measure what it does not export. */
@NullMarked
package dev.evergreen.orchestrator.internal;

import org.jspecify.annotations.NullMarked;
