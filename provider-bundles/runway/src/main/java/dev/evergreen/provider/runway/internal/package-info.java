/** Runway: films and pictures as tasks that are asked after. */
@NullMarked
package dev.evergreen.provider.runway.internal;

import org.jspecify.annotations.NullMarked;
