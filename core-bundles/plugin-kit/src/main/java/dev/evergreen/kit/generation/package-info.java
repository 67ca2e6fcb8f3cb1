/**
 * Pictures, films and sounds by models that nobody has written code for: a model's configuration says what its input looks like, and the
 * vendor's plugin says how a task is ordered and fetched.
 */
@NullMarked
package dev.evergreen.kit.generation;

import org.jspecify.annotations.NullMarked;
