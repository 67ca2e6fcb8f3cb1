@NullMarked
package dev.evergreen.exporter.wav.internal;

import org.jspecify.annotations.NullMarked;
