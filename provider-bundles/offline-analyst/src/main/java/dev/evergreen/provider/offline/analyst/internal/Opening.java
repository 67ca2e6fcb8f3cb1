package dev.evergreen.provider.offline.analyst.internal;

import java.util.ArrayList;
import java.util.List;

/** How a film begins: with its title over a first look at the place. */
final class Opening {
    private static final int LONGEST_LOOK_WORDS = 14;

    private Opening() {}

    /** Gives a first sentence that shows only the place a shot of its own, and puts the title over the first shot. */
    static List<Beat> establish(List<Beat> beats, String title) {
        List<Beat> established = new ArrayList<>(beats);
        Beat first = beats.get(0);
        List<String> sentences = Speech.sentences(first.action());
        boolean onlyLooks = sentences.size() > 1
                && !first.isNarrated()
                && sentences.get(0).split("\\s+").length <= LONGEST_LOOK_WORDS
                && PictureReader.isPicturable(sentences.get(0))
                && sentences.get(0).equals(sentences.get(0).replaceAll("\\p{Lu}{3,}", ""));
        if (onlyLooks) {
            Beat look = new Beat();
            look.show(sentences.get(0));
            Beat rest = new Beat();
            sentences.subList(1, sentences.size()).forEach(rest::show);
            first.lines().forEach(rest::say);
            rest.cue(first.cue());
            rest.transition(first.transition());
            established.set(0, look);
            established.add(1, rest);
            if (!first.onScreenText().isEmpty()) {
                look.onScreenText(first.onScreenText());
            }
        }
        Beat opening = established.get(0);
        if (opening.onScreenText().isEmpty() && !title.isEmpty()) {
            opening.onScreenText(title);
        }
        return established;
    }
}
