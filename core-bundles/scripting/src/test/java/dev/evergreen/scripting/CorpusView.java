package dev.evergreen.scripting;

import dev.evergreen.spi.script.ScriptCharacter;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the corpus says about a parsed script, as plain maps; empty things are left out so that the cases stay short. */
final class CorpusView {
    private CorpusView() {}

    static Map<String, Object> of(ParsedScript script) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("format", script.document().format().word());
        put(view, "title", script.screenplay().title());
        put(view, "author", script.screenplay().author());
        put(view, "settings", settings(script.settings()));
        put(
                view,
                "blocks",
                script.document().blocks().stream().map(CorpusView::block).toList());
        view.put(
                "scenes",
                script.screenplay().scenes().stream().map(CorpusView::scene).toList());
        put(
                view,
                "characters",
                script.screenplay().characters().stream()
                        .map(CorpusView::character)
                        .toList());
        put(
                view,
                "diagnostics",
                script.diagnostics().stream()
                        .map(found -> found.line() + ":" + found.column())
                        .toList());
        return view;
    }

    static Map<String, Object> of(ScriptException refused) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", refused.kind().name());
        view.put("line", refused.line());
        view.put("column", refused.column());
        return view;
    }

    private static Map<String, Object> settings(ScriptSettings settings) {
        Map<String, Object> view = new LinkedHashMap<>();
        put(view, "format", settings.format());
        put(view, "music", settings.music());
        put(view, "style", settings.style());
        put(view, "voice", settings.voice());
        put(view, "language", settings.language());
        return view;
    }

    private static Object block(ScriptBlock block) {
        List<Object> view = new ArrayList<>(List.of(block.kind().name(), block.text()));
        if (!block.label().isEmpty()) {
            view.add("label=" + block.label());
        }
        if (block.level() > 0) {
            view.add("level=" + block.level());
        }
        if (block.dual()) {
            view.add("dual");
        }
        return view;
    }

    private static Object scene(ScriptScene scene) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", scene.number());
        put(view, "heading", scene.heading().text());
        put(
                view,
                "setting",
                scene.heading().setting().name().equals("UNSPECIFIED")
                        ? ""
                        : scene.heading().setting().name());
        put(view, "place", scene.heading().place());
        put(view, "timeOfDay", scene.heading().timeOfDay());
        put(view, "synopsis", scene.synopsis().orElse(""));
        view.put("elements", scene.elements().stream().map(CorpusView::element).toList());
        return view;
    }

    private static Object element(ScriptElement element) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", element.kind().name());
        view.put("text", element.text());
        put(view, "speaker", element.speaker().orElse(""));
        put(view, "extension", element.extension());
        view.put("line", element.line());
        return view;
    }

    private static Object character(ScriptCharacter character) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", character.name());
        put(view, "aliases", character.aliases());
        view.put("lineCount", character.lineCount());
        return view;
    }

    private static void put(Map<String, Object> view, String key, Object value) {
        boolean empty = value instanceof String text && text.isEmpty()
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            view.put(key, value);
        }
    }
}
