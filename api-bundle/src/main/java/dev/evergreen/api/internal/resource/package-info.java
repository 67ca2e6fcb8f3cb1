/** The resources of the API, a class for each group. */
@NullMarked
package dev.evergreen.api.internal.resource;

import org.jspecify.annotations.NullMarked;
