package dev.evergreen.spi.provider;

import java.util.List;

/** @param texts at most 100 texts */
public record EmbeddingRequest(List<String> texts) implements Request<EmbeddingResult> {
    public EmbeddingRequest {
        texts = List.copyOf(texts);
    }
}
