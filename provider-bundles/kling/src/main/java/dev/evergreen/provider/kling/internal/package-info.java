/** Kling AI: films and pictures as tasks that are asked after, by the vendor's id or by ours. */
@NullMarked
package dev.evergreen.provider.kling.internal;

import org.jspecify.annotations.NullMarked;
