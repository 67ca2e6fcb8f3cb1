package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.FilmPlan;

/** @param plan every scene of the script in order; shot ids are stable for unchanged scenes */
public record AnalysisResult(FilmPlan plan) implements Result {}
