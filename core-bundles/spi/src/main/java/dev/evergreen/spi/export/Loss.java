package dev.evergreen.spi.export;

/**
 * Something the other program will not see.
 *
 * @param clipId of the clip or track it concerns
 * @param feature what is lost, such as {@code transition} or {@code camera}
 * @param detail one sentence for people, with what stands in its place
 */
public record Loss(String clipId, String feature, String detail) {}
