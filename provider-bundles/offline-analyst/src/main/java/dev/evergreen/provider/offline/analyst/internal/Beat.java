package dev.evergreen.provider.offline.analyst.internal;

import java.util.ArrayList;
import java.util.List;

/** A moment of a scene that becomes one shot: what is seen and what is said over it. Used by one thread while a film is planned. */
final class Beat {
    private final StringBuilder action = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private double seconds;
    private boolean narrated;
    private String cue = "";
    private String onScreenText = "";
    private String transition = "";

    /** A spoken piece; an empty speaker is the narrator. */
    record Line(String speaker, String text, String delivery, boolean onScreen) {}

    void show(String text) {
        action.append(action.isEmpty() ? "" : " ").append(text);
    }

    void say(Line line) {
        lines.add(line);
        seconds += Speech.seconds(line.text());
    }

    /** The picture shows what is said. */
    void narrate(Line line) {
        say(line);
        narrated = true;
    }

    String action() {
        return action.toString();
    }

    List<Line> lines() {
        return lines;
    }

    double seconds() {
        return seconds;
    }

    boolean isNarrated() {
        return narrated;
    }

    String cue() {
        return cue;
    }

    void cue(String name) {
        cue = name;
    }

    String onScreenText() {
        return onScreenText;
    }

    void onScreenText(String text) {
        onScreenText = onScreenText.isEmpty() ? text : onScreenText + "\n" + text;
    }

    String transition() {
        return transition;
    }

    void transition(String id) {
        transition = id;
    }

    boolean isEmpty() {
        return action.isEmpty() && lines.isEmpty() && cue.isEmpty();
    }

    /** What is said, all speakers together. */
    String spoken() {
        StringBuilder spoken = new StringBuilder();
        lines.forEach(line -> spoken.append(spoken.isEmpty() ? "" : " ").append(line.text()));
        return spoken.toString();
    }
}
