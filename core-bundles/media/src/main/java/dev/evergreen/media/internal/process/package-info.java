/** FFmpeg's executables in child processes, for work on bytes that nobody vouches for. */
@NullMarked
package dev.evergreen.media.internal.process;

import org.jspecify.annotations.NullMarked;
