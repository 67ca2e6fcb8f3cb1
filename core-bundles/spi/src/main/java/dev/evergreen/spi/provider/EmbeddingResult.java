package dev.evergreen.spi.provider;

import java.util.List;

/** @param vectors one unit vector a text, all of one length */
public record EmbeddingResult(List<List<Double>> vectors) implements Result {
    public EmbeddingResult {
        vectors = List.copyOf(vectors);
    }
}
