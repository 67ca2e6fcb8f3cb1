@NullMarked
package dev.evergreen.exporter.webm.internal;

import org.jspecify.annotations.NullMarked;
