package dev.evergreen.spi.provider;

import java.util.Optional;

/**
 * @param system instructions, empty for none
 * @param prompt the user's part
 * @param jsonSchema JSON Schema 2020-12 that the answer must meet, empty for free text
 * @param maximumTokens upper limit of the answer
 * @param temperature 0 (always the same) to 2
 */
public record TextRequest(
        String system, String prompt, Optional<String> jsonSchema, int maximumTokens, double temperature)
        implements Request<TextResult> {}
