@NullMarked
package dev.evergreen.exporter.mp3.internal;

import org.jspecify.annotations.NullMarked;
