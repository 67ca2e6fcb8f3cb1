/** Programs of the machine that speak: piper, or any that reads a text and writes a recording. */
@NullMarked
package dev.evergreen.provider.local.command.internal;

import org.jspecify.annotations.NullMarked;
