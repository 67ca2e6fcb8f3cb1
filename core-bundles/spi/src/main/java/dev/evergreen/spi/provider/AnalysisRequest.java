package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.Screenplay;

/**
 * @param screenplay the parsed script
 * @param maximumShotSeconds a shot's spoken text should not last longer than about that
 */
public record AnalysisRequest(Screenplay screenplay, int maximumShotSeconds) implements Request<AnalysisResult> {}
