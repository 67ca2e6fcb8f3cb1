package dev.evergreen.productions.internal;

import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.scripting.ScriptSettings;
import java.util.Optional;

/**
 * What was decided for one production: the request's words, else the script's, else the default.
 *
 * @param captions whether captions are burned in
 * @param scene only this scene, counted from 1
 */
record Choices(
        String format,
        String preset,
        String voice,
        String style,
        String music,
        String language,
        Optional<Integer> scene,
        boolean captions) {
    static Choices of(ProductionRequest request, ScriptSettings script, String language) {
        return new Choices(
                first(request.format(), script.format(), "16:9"),
                first(request.preset(), "", FilmFormat.DEFAULT_PRESET),
                first(request.voice(), script.voice(), ""),
                first(request.style(), script.style(), ""),
                first(request.music(), script.music(), ""),
                first(script.language(), language, "en"),
                request.scene(),
                request.captions());
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
