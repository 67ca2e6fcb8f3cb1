package dev.evergreen.productions.internal;

import dev.evergreen.productions.internal.StepData.ShotPlace;
import dev.evergreen.spi.script.SpokenLine;

/** What estimates and bills call the things that are made. */
final class StepItems {
    static final String DIVISION = "Division into shots";
    static final String MUSIC = "Music";

    private StepItems() {}

    static String speaker(SpokenLine line) {
        return line.speaker().isEmpty() ? "Narrator" : line.speaker();
    }

    static String narration(SpokenLine line, ShotPlace place) {
        return speaker(line) + ", " + place.words();
    }

    static String recording(ShotPlace place) {
        return "Recording, " + place.words();
    }

    static String prompt(ShotPlace place) {
        return "Prompt, " + place.words();
    }

    static String picture(ShotPlace place) {
        return "Picture, " + place.words();
    }
}
