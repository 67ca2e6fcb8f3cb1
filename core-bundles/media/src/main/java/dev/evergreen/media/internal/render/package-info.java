/** Renders films: segments in parallel, kept between films, and the film made of them. */
@NullMarked
package dev.evergreen.media.internal.render;

import org.jspecify.annotations.NullMarked;
