package dev.evergreen.spi.provider;

import java.util.Map;

/**
 * @param flagged whether anything is objectionable
 * @param scores 0 to 1 by category
 */
public record ModerationResult(boolean flagged, Map<String, Double> scores) implements Result {
    public ModerationResult {
        scores = Map.copyOf(scores);
    }
}
