/** The only code that speaks to FFmpeg's libraries: decoding, filtering, encoding and muxing behind closeable classes. */
@NullMarked
package dev.evergreen.media.internal.av;

import org.jspecify.annotations.NullMarked;
