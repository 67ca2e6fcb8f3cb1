@NullMarked
package dev.evergreen.exporter.mp4.internal;

import org.jspecify.annotations.NullMarked;
