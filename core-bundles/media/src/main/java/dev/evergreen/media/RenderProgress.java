package dev.evergreen.media;

/**
 * How far a film is.
 *
 * @param stage what is being done
 * @param fraction of the whole film, 0 to 1, never falling
 * @param framesDone frames drawn or taken from the cache
 * @param frames of the whole film
 */
public record RenderProgress(RenderStage stage, double fraction, long framesDone, long frames) {}
