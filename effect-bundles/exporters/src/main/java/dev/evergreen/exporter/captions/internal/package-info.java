@NullMarked
package dev.evergreen.exporter.captions.internal;

import org.jspecify.annotations.NullMarked;
