/** Measures the media engine against the ffmpeg executable, with equal work on both sides, in one run. */
@NullMarked
package dev.evergreen.bench;

import org.jspecify.annotations.NullMarked;
