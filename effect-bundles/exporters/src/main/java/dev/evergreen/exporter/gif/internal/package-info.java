@NullMarked
package dev.evergreen.exporter.gif.internal;

import org.jspecify.annotations.NullMarked;
