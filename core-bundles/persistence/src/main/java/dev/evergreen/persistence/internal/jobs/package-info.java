/** The rows of jobs: PostgreSQL hands them out and keeps their graph. */
@NullMarked
package dev.evergreen.persistence.internal.jobs;

import org.jspecify.annotations.NullMarked;
