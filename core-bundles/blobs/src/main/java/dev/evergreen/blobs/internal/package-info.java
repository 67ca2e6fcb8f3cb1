/** Keeps blobs in a folder of this machine. */
@NullMarked
package dev.evergreen.blobs.internal;

import org.jspecify.annotations.NullMarked;
