@NullMarked
package dev.evergreen.exporter.square.internal;

import org.jspecify.annotations.NullMarked;
