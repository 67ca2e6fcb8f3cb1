/** Stability AI: pictures, enlarged pictures, music and sounds, each in the answer to its order. */
@NullMarked
package dev.evergreen.provider.stability.internal;

import org.jspecify.annotations.NullMarked;
