package dev.evergreen.media.internal.draw;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.text.Fonts;

/**
 * What drawing a film needs. Shared by all threads.
 *
 * @param blobs where the inputs lie
 * @param stills the film's pictures
 * @param plugins the effects and transitions
 * @param fonts for all words
 */
public record DrawContext(BlobReader blobs, StillStore stills, Plugins plugins, Fonts fonts) {}
