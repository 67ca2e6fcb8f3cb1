@NullMarked
package dev.evergreen.exporter.hls.internal;

import org.jspecify.annotations.NullMarked;
