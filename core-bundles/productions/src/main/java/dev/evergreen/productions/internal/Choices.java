package dev.evergreen.productions.internal;

import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.scripting.ScriptSettings;
import dev.evergreen.spi.provider.Offer;
import java.util.Optional;

/**
 * What was decided for one production: the request's words, else the script's, else the default.
 *
 * @param captions whether captions are burned in
 * @param captionStyle a preset of {@link dev.evergreen.spi.timeline.CaptionStyle#PRESETS}; empty for the format's usual one
 * @param scene only this scene, counted from 1
 * @param tier quality of all that is bought; empty for standard
 * @param similarPrompts whether a picture that was made for a similar prompt may be used again
 * @param optimizePrompts whether prompts may be rewritten before pictures are asked for
 */
record Choices(
        String format,
        String preset,
        String voice,
        String style,
        String music,
        String language,
        Optional<Integer> scene,
        boolean captions,
        String captionStyle,
        Optional<Offer.Tier> tier,
        boolean similarPrompts,
        boolean optimizePrompts) {
    Choices {
        // Null in what was written before there were styles to choose.
        captionStyle = captionStyle == null ? "" : captionStyle;
        // Likewise before there were tiers.
        tier = tier == null ? Optional.empty() : tier;
    }

    static Choices of(ProductionRequest request, ScriptSettings script, String language) {
        return new Choices(
                first(request.format(), script.format(), "16:9"),
                first(request.preset(), "", FilmFormat.DEFAULT_PRESET),
                first(request.voice(), script.voice(), ""),
                first(request.style(), script.style(), ""),
                first(request.music(), script.music(), ""),
                first(script.language(), language, "en"),
                request.scene(),
                request.captions(),
                request.captionStyle(),
                request.tier(),
                request.similarPrompts(),
                request.optimizePrompts());
    }

    FilmFormat film() {
        return FilmFormat.of(format, preset);
    }

    boolean hasMusic() {
        return !music.equalsIgnoreCase("none");
    }

    private static String first(String asked, String said, String otherwise) {
        return !asked.isBlank() ? asked : !said.isBlank() ? said : otherwise;
    }
}
