/** The plugin for the simulated vendor. */
@NullMarked
package dev.evergreen.provider.simulated.internal;

import org.jspecify.annotations.NullMarked;
