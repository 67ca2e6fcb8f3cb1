@NullMarked
package dev.evergreen.exporter.prores.internal;

import org.jspecify.annotations.NullMarked;
