@NullMarked
package dev.evergreen.exporter.m4a.internal;

import org.jspecify.annotations.NullMarked;
