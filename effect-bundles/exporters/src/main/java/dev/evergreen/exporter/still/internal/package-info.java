@NullMarked
package dev.evergreen.exporter.still.internal;

import org.jspecify.annotations.NullMarked;
