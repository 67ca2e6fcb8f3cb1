package dev.evergreen.spi.provider;

/**
 * @param text the whole answer
 * @param inputTokens as the vendor counted, 0 when it does not
 * @param outputTokens as the vendor counted, 0 when it does not
 */
public record TextResult(String text, int inputTokens, int outputTokens) implements Result {}
