@NullMarked
package dev.evergreen.exporter.fcpxml.internal;

import org.jspecify.annotations.NullMarked;
