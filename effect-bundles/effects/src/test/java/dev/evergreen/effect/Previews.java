package dev.evergreen.effect;

import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.tck.PreviewPictures;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** How each effect is shown. */
final class Previews {
    /** Long enough after the start for what moves, and long enough before the end. */
    private static final long FRAME = 40;

    /** Where the defaults do not suit the picture. */
    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "evergreen.chroma-key", Map.of("colour", "#38a2dc", "similarity", 0.16),
            "evergreen.luma-key", Map.of("clears", "bright", "threshold", 0.8),
            "evergreen.chromatic-aberration", Map.of("amount", 0.012),
            "evergreen.denoise", Map.of("strength", 0.8),
            "evergreen.sharpen", Map.of("amount", 1.6),
            "evergreen.watermark", Map.of("size", 0.09),
            "evergreen.lower-third", Map.of("size", 0.11),
            "evergreen.progress-bar", Map.of("height", 0.04),
            "evergreen.shake", Map.of("amount", 0.05, "turn", 4));

    private Previews() {}

    static List<EffectUse> uses(String id) {
        return uses(id, Map.of());
    }

    /** An effect as it is shown, after what it needs to be seen. */
    static List<EffectUse> uses(String id, Map<String, Curve> curves) {
        EffectUse use = new EffectUse(id, SETTINGS.getOrDefault(id, Map.of()), curves);
        return id.equals("evergreen.drop-shadow")
                ? List.of(EffectUse.of("evergreen.mask", Map.of("shape", "star")), use)
                : List.of(use);
    }

    /** What an effect makes of the picture; no id draws the picture itself. */
    static BufferedImage of(EffectStage stage, String id, int width, int height) throws Exception {
        BufferedImage[] image = new BufferedImage[1];
        stage.draw(
                EffectStage.timeline(width, height, id.isEmpty() ? List.of() : uses(id), true),
                FRAME,
                FRAME + 1,
                (frame, picture) -> image[0] = PreviewPictures.image(picture.asFrame(frame)));
        return image[0];
    }
}
