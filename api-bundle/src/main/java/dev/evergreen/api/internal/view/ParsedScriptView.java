package dev.evergreen.api.internal.view;

import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptDiagnostic;
import dev.evergreen.scripting.ScriptSettings;
import dev.evergreen.spi.script.SceneHeading;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptCharacter;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.List;
import java.util.Optional;

/** What was read from a script. */
public record ParsedScriptView(
        String format,
        String title,
        String author,
        String language,
        ScriptSettings settings,
        List<WrittenScene> scenes,
        List<ScriptCharacter> characters,
        List<ScriptDiagnostic> diagnostics) {
    public static ParsedScriptView of(ParsedScript parsed) {
        Screenplay screenplay = parsed.screenplay();
        return new ParsedScriptView(
                parsed.document().format().word(),
                screenplay.title(),
                screenplay.author(),
                screenplay.language(),
                parsed.settings(),
                screenplay.scenes().stream().map(WrittenScene::of).toList(),
                screenplay.characters(),
                parsed.diagnostics());
    }

    /** A scene as the script has it. */
    public record WrittenScene(
            String key, String number, SceneHeading heading, Optional<String> synopsis, List<Element> elements) {
        static WrittenScene of(ScriptScene scene) {
            return new WrittenScene(
                    scene.id(),
                    scene.number(),
                    scene.heading(),
                    scene.synopsis(),
                    scene.elements().stream().map(Element::of).toList());
        }
    }

    /** A paragraph of a scene. */
    public record Element(ScriptElement.Kind kind, String text, Optional<String> speaker, String extension, int line) {
        static Element of(ScriptElement element) {
            return new Element(element.kind(), element.text(), element.speaker(), element.extension(), element.line());
        }
    }
}
