/** Readiness from the framework's and Declarative Services' own records; figures through Micrometer. */
@NullMarked
package dev.evergreen.telemetry.internal;

import org.jspecify.annotations.NullMarked;
