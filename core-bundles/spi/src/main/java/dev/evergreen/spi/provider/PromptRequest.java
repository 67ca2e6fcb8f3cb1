package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.ShotDescription;

/**
 * @param shot what is to be seen; its {@link ShotDescription#prompt} is what may be rewritten
 * @param style look of the picture, as its request will name it; empty for the provider's own
 */
public record PromptRequest(ShotDescription shot, String style) implements Request<PromptResult> {}
