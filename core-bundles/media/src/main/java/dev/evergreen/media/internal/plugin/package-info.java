/** The effects, transitions and exporters that are installed now. */
@NullMarked
package dev.evergreen.media.internal.plugin;

import org.jspecify.annotations.NullMarked;
