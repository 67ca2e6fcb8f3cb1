package dev.evergreen.provider.offline.illustrator.internal.words;

import java.util.Locale;

/**
 * How somebody is placed.
 *
 * @param kind towards what
 * @param target the other side's words in lower case; may be empty
 */
public record Relation(Kind kind, String target) {
    /** The placings that are staged; every other wording means {@link #FREE}. */
    public enum Kind {
        RIDES("rides?|riding|astride|mounted on|on horseback"),
        BEHIND("behind|following|follows"),
        IN_FRONT("in front of|before|ahead of|leads?"),
        WINDOW("through (the|a) window|at (the|a) window|by (the|a) window|out of (the|a) window|window"),
        INSIDE("in (the|a|his|her|their)? ?(boat|canoe|ship|raft|car|bed|tent)|aboard|rows?|rowing"),
        HOLDS("holds?|holding|carries|carrying|with (a|an|the|his|her)|clutch\\w*|hugs?"),
        LOOKS_AT(
                "looks? (at|up at|toward|into|over)|looking|watch\\w*|gaz\\w*|star(es|ing)|points? (at|to)|faces|facing|sees"),
        FAR("far|distant|in the distance|away from|across from|opposite"),
        ON("on|atop|under|at|by"),
        BESIDE("beside|next to|near|with|alongside|by|against|and"),
        FREE("(?!)");

        private final WordPattern words;

        Kind(String words) {
            this.words = new WordPattern(words);
        }
    }

    static Relation read(String said) {
        String text = said.toLowerCase(Locale.ROOT).strip();
        for (Kind kind : Kind.values()) {
            if (kind.words.in(text)) {
                return new Relation(kind, text);
            }
        }
        return new Relation(Kind.FREE, text);
    }

    public boolean names(String name) {
        return !name.isEmpty() && target.contains(name.toLowerCase(Locale.ROOT));
    }
}
