package dev.evergreen.productions;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.timeline.CaptionStyle;
import java.util.Optional;

/**
 * How a film is made. Empty words mean: what the script's own settings say, else the default.
 *
 * @param format {@code 16:9}, {@code 9:16}, {@code 1:1} or {@code 4:5}
 * @param preset an exporter preset, for example {@code youtube-1080p30}
 * @param voice a voice id for the narrator
 * @param style look of the pictures
 * @param music mood of the music, or {@code none}
 * @param scene only this scene, counted from 1
 * @param captions whether captions are burned in
 * @param captionStyle a preset of {@link CaptionStyle#PRESETS}; empty for the format's usual one
 * @param routing which providers are asked for this film; empty for the project's rules
 */
public record ProductionRequest(
        String format,
        String preset,
        String voice,
        String style,
        String music,
        Optional<Integer> scene,
        boolean captions,
        String captionStyle,
        Optional<Routing> routing) {
    /** Everything as the script says. */
    public static final ProductionRequest DEFAULTS =
            new ProductionRequest("", "", "", "", "", Optional.empty(), true, "", Optional.empty());

    /** @throws ProblemException naming the styles there are, if the wanted one is none of them */
    public ProductionRequest {
        // Null in productions that were begun before there were styles to choose.
        captionStyle = captionStyle == null ? "" : captionStyle;
        // Likewise before there were rules of a film's own.
        routing = routing == null ? Optional.empty() : routing;
        if (!captionStyle.isBlank()) {
            try {
                CaptionStyle.preset(captionStyle);
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problem.Kind.INVALID, "captionStyle", e.getMessage() + ".");
            }
        }
    }
}
