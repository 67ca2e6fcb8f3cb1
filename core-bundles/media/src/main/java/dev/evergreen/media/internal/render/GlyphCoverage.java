package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds every text that will be drawn against the letters that the fonts have. */
final class GlyphCoverage {
    /** So many texts and letters of each are named; a film in a script without a font has thousands. */
    private static final int NAMED = 20;

    private final Fonts fonts;
    private final List<String> uncovered = new ArrayList<>();

    GlyphCoverage(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * @throws MediaException of kind INVALID_TIMELINE, naming all texts with letters that cannot be shown
     */
    void inspect(TimelineSnapshot timeline) throws MediaException {
        for (VisualTrack track : timeline.visualTracks()) {
            track.clips().forEach(this::inspect);
        }
        Map<String, CaptionStyle> styles = new HashMap<>();
        for (CaptionStyle style : timeline.captionStyles()) {
            styles.put(style.id(), style);
        }
        for (CaptionTrack track : timeline.captionTracks()) {
            for (CaptionClip clip : track.burnedIn() ? track.clips() : List.<CaptionClip>of()) {
                CaptionStyle style = styles.get(clip.styleId());
                if (style != null && !fonts.has(style.fontFamily())) {
                    throw new MediaException(
                            MediaException.Kind.INVALID_TIMELINE,
                            "The caption style " + style.id() + " wants the font " + style.fontFamily()
                                    + "; choose Inter or DejaVu Sans, which other scripts' fonts complete");
                }
                inspect("the caption " + clip.id(), clip.text(), true);
            }
        }
        if (!uncovered.isEmpty()) {
            int more = uncovered.size() - NAMED;
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "No font of the engine has these letters; replace them, or burn no captions in and take them as a file: "
                            + String.join("; ", uncovered.subList(0, Math.min(NAMED, uncovered.size())))
                            + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    private void inspect(VisualClip clip) {
        if (clip.source() instanceof TitleSource title) {
            inspect("the title " + clip.id(), title.heading() + "\n" + title.subheading(), true);
        }
        for (EffectUse use : clip.effects()) {
            for (Object value : use.parameters().values()) {
                if (value instanceof String words) {
                    inspect("the effect " + use.pluginId() + " of clip " + clip.id(), words, false);
                }
            }
        }
    }

    private void inspect(String what, String text, boolean pictures) {
        List<String> missing = fonts.missing(text, pictures);
        if (!missing.isEmpty()) {
            int more = missing.size() - NAMED;
            uncovered.add(what + " has " + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
