@NullMarked
package dev.evergreen.exporter.portrait.internal;

import org.jspecify.annotations.NullMarked;
