@NullMarked
package dev.evergreen.effect.grade.internal;

import org.jspecify.annotations.NullMarked;
