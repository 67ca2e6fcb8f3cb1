/** Anthropic: texts. */
@NullMarked
package dev.evergreen.provider.anthropic.internal;

import org.jspecify.annotations.NullMarked;
