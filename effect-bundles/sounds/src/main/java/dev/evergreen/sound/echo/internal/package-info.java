@NullMarked
package dev.evergreen.sound.echo.internal;

import org.jspecify.annotations.NullMarked;
