package dev.evergreen.spi.provider;

import java.time.Duration;

/**
 * When a word is heard.
 *
 * @param start index of the word's first character in the spoken text
 * @param end index after its last character
 * @param from time from the beginning of the recording
 * @param to when it ends
 */
public record WordTiming(int start, int end, Duration from, Duration to) {}
