@NullMarked
package dev.evergreen.exporter.otio.internal;

import org.jspecify.annotations.NullMarked;
