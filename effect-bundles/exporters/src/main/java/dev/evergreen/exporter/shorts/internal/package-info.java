@NullMarked
package dev.evergreen.exporter.shorts.internal;

import org.jspecify.annotations.NullMarked;
