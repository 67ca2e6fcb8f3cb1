package dev.evergreen.kit.provider;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.ShotDescription;
import java.util.StringJoiner;

/** Shots in words, for models that take nothing else. */
public final class Prompts {
    private Prompts() {}

    /** The shot's own sentences, the looks of its people where these are not in them, and the style. */
    public static String of(ShotDescription shot, String style) {
        StringJoiner prompt = new StringJoiner(" ");
        prompt.add(shot.prompt().strip());
        for (CastMember person : shot.cast()) {
            String looks = person.appearance().strip();
            if (!looks.isEmpty() && !shot.prompt().contains(looks)) {
                prompt.add(person.name() + ": " + looks + ".");
            }
        }
        if (!style.isBlank()) {
            prompt.add("Style: " + style.replace('-', ' ') + ".");
        }
        return prompt.toString().strip();
    }
}
