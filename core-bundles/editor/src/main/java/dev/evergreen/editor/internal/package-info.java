/** The editor at work. */
@NullMarked
package dev.evergreen.editor.internal;

import org.jspecify.annotations.NullMarked;
