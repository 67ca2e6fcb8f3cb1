package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Captions with their styles, and titles. */
final class TextCommands {
    static final Map<String, Planner> ALL = Map.of(
            "set-caption-text", TextCommands::setText,
            "set-caption-time", TextCommands::setTime,
            "set-caption-style", TextCommands::setStyle,
            "set-caption-speaker", TextCommands::setSpeaker,
            "define-caption-style", TextCommands::define,
            "remove-caption-style", TextCommands::remove,
            "set-title-text", TextCommands::setTitle);

    private TextCommands() {}

    private static Spot caption(Map<String, Object> command, Draft draft) {
        return draft.clip(Tree.text(command, "clip"), Kind.CAPTION, "a caption");
    }

    private static void setText(Map<String, Object> command, Draft draft) {
        Spot spot = caption(command, draft);
        String text = Tree.text(command, "text");
        List<Map<String, Object>> timings = Tree.objects(spot.clip(), "words");
        String[] words = text.strip().split("\\s+");
        List<Map<String, Object>> retimed = new ArrayList<>();
        if (words.length == timings.size()) {
            for (int i = 0; i < words.length; i++) {
                retimed.add(Tree.with(timings.get(i), "text", words[i]));
            }
        }
        Changing.become(draft, spot, Tree.with(Tree.with(spot.clip(), "text", text), "words", retimed));
    }

    private static void setTime(Map<String, Object> command, Draft draft) {
        Spot spot = caption(command, draft);
        Map<String, Object> clip = Tree.with(spot.clip(), "startFrame", command.get("frame"));
        clip.put("durationFrames", command.get("frames"));
        Changing.become(draft, spot, clip);
    }

    private static void setStyle(Map<String, Object> command, Draft draft) {
        Changing.set(draft, caption(command, draft), "styleId", command.get("style"));
    }

    private static void setSpeaker(Map<String, Object> command, Draft draft) {
        Changing.set(draft, caption(command, draft), "speaker", command.get("speaker"));
    }

    private static void define(Map<String, Object> command, Draft draft) {
        Map<String, Object> style = usual(Tree.object(command, "style"));
        List<Map<String, Object>> styles = Tree.objects(draft.properties(), "captionStyles");
        List<Map<String, Object>> changed = new ArrayList<>(styles);
        int known = indexOf(styles, Tree.text(style, "id"));
        if (known < 0) {
            changed.add(style);
        } else {
            changed.set(known, style);
        }
        Changing.set(draft, "", "captionStyles", styles, changed);
    }

    /** The style with what may be left out: no shadow, no motion, and spoken words like the others. */
    private static Map<String, Object> usual(Map<String, Object> style) {
        Map<String, Object> whole = new LinkedHashMap<>(style);
        whole.putIfAbsent("spoken", style.get("text"));
        whole.putIfAbsent("shadow", Map.of("red", 0, "green", 0, "blue", 0, "alpha", 0));
        whole.putIfAbsent("motion", "NONE");
        return whole;
    }

    private static void remove(Map<String, Object> command, Draft draft) {
        String id = Tree.text(command, "style");
        List<Map<String, Object>> styles = Tree.objects(draft.properties(), "captionStyles");
        int known = indexOf(styles, id);
        if (known < 0) {
            throw new Refused(
                    "The timeline has no caption style with the id " + id + "; read the timeline for the ids.");
        }
        for (Track track : draft.tracks(Kind.CAPTION)) {
            for (Map<String, Object> clip : track.clips()) {
                if (id.equals(clip.get("styleId"))) {
                    throw new Refused("The caption " + clip.get("id") + " has the style " + id
                            + "; give it another style first.");
                }
            }
        }
        List<Map<String, Object>> changed = new ArrayList<>(styles);
        changed.remove(known);
        Changing.set(draft, "", "captionStyles", styles, changed);
    }

    private static int indexOf(List<Map<String, Object>> styles, String id) {
        for (int i = 0; i < styles.size(); i++) {
            if (Tree.text(styles.get(i), "id").equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static void setTitle(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"), Kind.VISUAL, "a title");
        if (!Content.isTitle(spot.clip())) {
            throw new Refused("The clip " + spot.id() + " is a picture, not a title; replace its source instead.");
        }
        Map<String, Object> source = Tree.with(Tree.object(spot.clip(), "source"), "heading", command.get("heading"));
        if (command.containsKey("subheading")) {
            source.put("subheading", command.get("subheading"));
        }
        Changing.set(draft, spot, "source", source);
    }
}
