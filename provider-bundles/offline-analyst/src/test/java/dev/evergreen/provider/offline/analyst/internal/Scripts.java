package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.SceneHeading;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptCharacter;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import dev.evergreen.spi.script.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Screenplays for tests, written in a few words. */
final class Scripts {
    private final List<ScriptScene> scenes = new ArrayList<>();
    private final List<ScriptCharacter> characters = new ArrayList<>();
    private SceneHeading heading = new SceneHeading("", Setting.UNSPECIFIED, "", "");
    private List<ScriptElement> elements = new ArrayList<>();

    static Scripts script() {
        return new Scripts();
    }

    Scripts scene(Setting setting, String place, String time) {
        close();
        heading = new SceneHeading(setting + " " + place + " - " + time, setting, place, time);
        return this;
    }

    Scripts chapter(String title) {
        close();
        heading = new SceneHeading(title, Setting.UNSPECIFIED, "", "");
        return this;
    }

    Scripts character(String name, String description) {
        characters.add(new ScriptCharacter(name, List.of(), 1, description));
        return this;
    }

    Scripts action(String text) {
        return add(ScriptElement.Kind.ACTION, text, "", "");
    }

    Scripts says(String speaker, String text) {
        return add(ScriptElement.Kind.DIALOGUE, text, speaker, "");
    }

    Scripts saysUnseen(String speaker, String text) {
        return add(ScriptElement.Kind.DIALOGUE, text, speaker, "V.O.");
    }

    Scripts parenthetical(String speaker, String text) {
        return add(ScriptElement.Kind.PARENTHETICAL, text, speaker, "");
    }

    Scripts add(ScriptElement.Kind kind, String text, String speaker, String extension) {
        Optional<String> name = speaker.isEmpty() ? Optional.empty() : Optional.of(speaker);
        elements.add(new ScriptElement(kind, text, name, elements.size() + 1, extension));
        return this;
    }

    Screenplay titled(String title) {
        close();
        return new Screenplay(title, "", "en", scenes, characters);
    }

    private void close() {
        if (!elements.isEmpty()) {
            String number = String.valueOf(scenes.size() + 1);
            scenes.add(new ScriptScene("scene-" + number, number, heading, Optional.empty(), elements));
            elements = new ArrayList<>();
        }
    }
}
