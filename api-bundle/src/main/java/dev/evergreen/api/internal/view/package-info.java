/** What answers look like: records whose JSON is described in {@code openapi.yaml}. */
@NullMarked
package dev.evergreen.api.internal.view;

import org.jspecify.annotations.NullMarked;
