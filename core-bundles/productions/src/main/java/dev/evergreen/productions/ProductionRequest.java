package dev.evergreen.productions;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.provider.Offer;
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
 * @param tier quality of all that is bought, laid over those rules; empty for the project's, else standard
 * @param similarPrompts whether a picture that was made for a similar prompt may be used again
 * @param optimizePrompts whether prompts may be rewritten before pictures are asked for
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
        Optional<Routing> routing,
        Optional<Offer.Tier> tier,
        boolean similarPrompts,
        boolean optimizePrompts) {
    /** Everything as the script says. */
    public static final ProductionRequest DEFAULTS = new ProductionRequest(
            "", "", "", "", "", Optional.empty(), true, "", Optional.empty(), Optional.empty(), false, true);

    /** @throws ProblemException naming the styles there are, if the wanted one is none of them */
    public ProductionRequest {
        // Null in productions that were begun before there were styles to choose.
        captionStyle = captionStyle == null ? "" : captionStyle;
        // Likewise before there were rules of a film's own.
        routing = routing == null ? Optional.empty() : routing;
        tier = tier == null ? Optional.empty() : tier;
        if (!captionStyle.isBlank()) {
            try {
                CaptionStyle.preset(captionStyle);
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problem.Kind.INVALID, "captionStyle", e.getMessage() + ".");
            }
        }
    }

    /** The same with that tier where it names none. */
    public ProductionRequest orTier(Optional<Offer.Tier> usual) {
        return new ProductionRequest(
                format,
                preset,
                voice,
                style,
                music,
                scene,
                captions,
                captionStyle,
                routing,
                tier.or(() -> usual),
                similarPrompts,
                optimizePrompts);
    }
}
