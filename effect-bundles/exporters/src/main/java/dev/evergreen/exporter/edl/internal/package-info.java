@NullMarked
package dev.evergreen.exporter.edl.internal;

import org.jspecify.annotations.NullMarked;
