/** Readers and writers of the script formats, and the division into scenes and characters. */
@NullMarked
package dev.evergreen.scripting.internal;

import org.jspecify.annotations.NullMarked;
