@NullMarked
package dev.evergreen.exporter.mlt.internal;

import org.jspecify.annotations.NullMarked;
