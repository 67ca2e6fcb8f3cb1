/**
 * What every adapter of a storage port must do, as JUnit classes: an adapter's tests extend the class of its port and say how
 * to open it.
 */
@NullMarked
package dev.evergreen.storage.contract;

import org.jspecify.annotations.NullMarked;
