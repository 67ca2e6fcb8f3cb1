/** Sound files, for plugins that make or read sound themselves. */
@NullMarked
package dev.evergreen.kit.audio;

import org.jspecify.annotations.NullMarked;
