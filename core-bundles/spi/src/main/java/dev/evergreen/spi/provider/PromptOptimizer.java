package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Rewrites the prompt of a picture before the picture is asked for: shorter where words are paid for, clearer where a model needs it.
 * What it answers is shown beside the author's words and becomes part of the picture's request.
 */
@ConsumerType
public interface PromptOptimizer extends Provider<PromptRequest, PromptResult> {}
