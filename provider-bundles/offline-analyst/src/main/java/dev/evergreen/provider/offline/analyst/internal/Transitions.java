package dev.evergreen.provider.offline.analyst.internal;

import java.util.Locale;

/** Which transition plugin a written transition asks for. */
final class Transitions {
    static final String FADE_THROUGH_BLACK = "evergreen.dip-to-colour";
    static final String DISSOLVE = "evergreen.cross-dissolve";

    static final String WIPE = "evergreen.wipe";
    /** No transition at all. */
    static final String CUT = "cut";

    private Transitions() {}

    /** A plugin id, empty when the film's style may choose. */
    static String of(String written) {
        String text = written.toUpperCase(Locale.ROOT);
        if (text.contains("DISSOLVE")
                || text.contains("FADE TO:")
                || text.contains("MELT")
                || text.contains("RIPPLE")) {
            return DISSOLVE;
        }
        if (text.contains("FADE") || text.contains("BLACK")) {
            return FADE_THROUGH_BLACK;
        }
        if (text.contains("WIPE")) {
            return WIPE;
        }
        return text.contains("CUT") ? CUT : "";
    }
}
