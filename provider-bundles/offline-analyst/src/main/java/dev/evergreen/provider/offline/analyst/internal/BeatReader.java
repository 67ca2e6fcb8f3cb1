package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Divides a scene into beats. A paragraph of action begins a beat and takes what is said next with it; a speech that would last too long goes on in
 * the next beat; a change of speaker cuts once a shot has stood long enough. In a script without speakers the paragraphs themselves are narrated.
 */
final class BeatReader {
    /** A shot stands at least that long before the next speaker gets one. */
    private static final double SHORTEST_SECONDS = 3;
    /** Fewer words than that (a pause, a look) do not make a picture of their own. */
    private static final int PICTURE_WORDS = 4;

    private static final Set<String> NARRATORS = Set.of(
            "NARRATOR",
            "NARRATION",
            "VOICE OVER",
            "VOICEOVER",
            "VOICE-OVER",
            "V.O.",
            "VO",
            "ANNOUNCER",
            "STORYTELLER",
            "ERZ\u00c4HLER",
            "NARRATEUR");
    private static final Set<String> UNSEEN = Set.of("VO", "OS", "OC", "OFF", "VOICEOVER", "OFFSCREEN", "FILTERED");

    private final double maximumSeconds;
    private final boolean actionIsNarrated;
    private final List<Beat> beats = new ArrayList<>();
    private Beat beat = new Beat();
    private String delivery = "";
    private String pendingText = "";

    private BeatReader(double maximumSeconds, boolean actionIsNarrated) {
        this.maximumSeconds = maximumSeconds;
        this.actionIsNarrated = actionIsNarrated;
    }

    static List<Beat> read(ScriptScene scene, double maximumSeconds, boolean actionIsNarrated) {
        return new BeatReader(maximumSeconds, actionIsNarrated).read(scene);
    }

    static boolean isNarrator(String name) {
        return NARRATORS.contains(name.toUpperCase(Locale.ROOT));
    }

    private List<Beat> read(ScriptScene scene) {
        for (ScriptElement element : scene.elements()) {
            add(element);
            if (element.kind() != ScriptElement.Kind.PARENTHETICAL) {
                delivery = "";
            }
        }
        finish();
        if (beats.isEmpty()) {
            beats.add(new Beat());
        }
        if (!pendingText.isEmpty()) {
            beats.get(0).onScreenText(pendingText);
        }
        return beats;
    }

    private void add(ScriptElement element) {
        String text = Speech.oneLine(element.text());
        switch (element.kind()) {
            case ACTION -> {
                if (actionIsNarrated) {
                    narrate(text);
                } else {
                    act(text);
                }
            }
            case DIALOGUE, LYRICS -> speak(element, text);
            case PARENTHETICAL -> delivery = text;
            case CENTERED -> title(text);
            case TRANSITION -> last().ifPresent(ending -> ending.transition(Transitions.of(text)));
            case CUE -> {
                if (!beat.isEmpty()) {
                    finish();
                }
                beat.cue(text);
            }
        }
    }

    private void act(String text) {
        boolean small = text.split("\\s+").length < PICTURE_WORDS;
        boolean standsAlone = !beat.lines().isEmpty() || !beat.action().isEmpty();
        if (standsAlone && !(small && beat.seconds() < maximumSeconds)) {
            finish();
        }
        beat.show(text);
    }

    private void narrate(String text) {
        boolean first = true;
        for (String piece : Speech.pieces(text, maximumSeconds, PictureReader::leadsElsewhere)) {
            boolean small = beat.seconds() > 0 && beat.seconds() + Speech.seconds(piece) <= SHORTEST_SECONDS + 1;
            if (!beat.lines().isEmpty() && !(first && small)) {
                finish();
            }
            beat.show(piece);
            beat.narrate(new Beat.Line("", piece, "", false));
            first = false;
        }
    }

    private void speak(ScriptElement element, String text) {
        String name = element.speaker().orElse("");
        if (name.isEmpty() && element.kind() == ScriptElement.Kind.DIALOGUE) {
            narrate(text);
            return;
        }
        boolean narrator = name.isEmpty() || isNarrator(name);
        for (String piece : Speech.pieces(text, maximumSeconds)) {
            Beat.Line line =
                    new Beat.Line(narrator ? "" : name, piece, delivery, !narrator && isSeen(element.extension()));
            if (cutsBefore(line)) {
                finish();
            }
            if (narrator && beat.action().isEmpty() && beat.lines().isEmpty() && PictureReader.isPicturable(piece)) {
                beat.narrate(line);
            } else {
                beat.say(line);
            }
        }
    }

    private boolean cutsBefore(Beat.Line line) {
        if (beat.lines().isEmpty()) {
            return false;
        }
        String before = beat.lines().get(beat.lines().size() - 1).speaker();
        boolean otherSpeaker = !before.equals(line.speaker());
        boolean overfull = beat.seconds() + Speech.seconds(line.text()) > maximumSeconds;
        return overfull && beat.seconds() >= 1 || otherSpeaker && beat.seconds() >= SHORTEST_SECONDS;
    }

    private static boolean isSeen(String extension) {
        for (String part : extension.toUpperCase(Locale.ROOT).split("[,;]")) {
            if (UNSEEN.contains(part.replaceAll("[^A-Z]", ""))) {
                return false;
            }
        }
        return true;
    }

    private void title(String text) {
        if (beat.isEmpty() && beats.isEmpty()) {
            pendingText = pendingText.isEmpty() ? text : pendingText + "\n" + text;
        } else {
            last().ifPresent(shown -> shown.onScreenText(text));
        }
    }

    private java.util.Optional<Beat> last() {
        if (!beat.isEmpty()) {
            return java.util.Optional.of(beat);
        }
        return beats.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(beats.get(beats.size() - 1));
    }

    private void finish() {
        if (!beat.isEmpty()) {
            beats.add(beat);
        }
        beat = new Beat();
    }
}
