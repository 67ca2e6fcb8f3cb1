/** Claims jobs, runs their handlers, and looks after the claims. */
@NullMarked
package dev.evergreen.jobs.internal;

import org.jspecify.annotations.NullMarked;
