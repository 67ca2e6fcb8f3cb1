/** Luma: films and pictures as tasks that are asked after. */
@NullMarked
package dev.evergreen.provider.luma.internal;

import org.jspecify.annotations.NullMarked;
