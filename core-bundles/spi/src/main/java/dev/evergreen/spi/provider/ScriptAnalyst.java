package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Divides a parsed script into shots with prompts, cast and titles. */
@ConsumerType
public interface ScriptAnalyst extends Provider<AnalysisRequest, AnalysisResult> {}
