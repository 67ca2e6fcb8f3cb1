package dev.evergreen.media;

/**
 * A piece of a film: some of its pictures, or all of its sound.
 *
 * @param key a digest of everything that goes into it, with the versions of the engine and of the plugins; a word for file names
 * @param megapixels how much work it is: the pixels of all its pictures, or as many as take about as long
 */
public record FilmPiece(String key, double megapixels) {}
