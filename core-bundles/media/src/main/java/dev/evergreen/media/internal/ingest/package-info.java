/** Takes in media that nobody vouches for. */
@NullMarked
package dev.evergreen.media.internal.ingest;

import org.jspecify.annotations.NullMarked;
