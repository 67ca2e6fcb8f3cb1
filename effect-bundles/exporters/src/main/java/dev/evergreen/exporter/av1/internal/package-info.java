@NullMarked
package dev.evergreen.exporter.av1.internal;

import org.jspecify.annotations.NullMarked;
