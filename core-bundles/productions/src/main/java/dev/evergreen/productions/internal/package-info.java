/** Steps of a production: each a job, each repeatable, each handing its output to the next as JSON. */
@NullMarked
package dev.evergreen.productions.internal;

import org.jspecify.annotations.NullMarked;
