package dev.evergreen.media;

/**
 * Something wrong with a film.
 *
 * @param code for programs: {@code facts}, {@code length}, {@code sync}, {@code loudness}, {@code true-peak}, {@code black},
 *     {@code frozen}, {@code silent}, {@code caption-safe-area}
 * @param grave whether it should not be published so
 * @param message one sentence for people
 */
public record Finding(String code, boolean grave, String message) {}
