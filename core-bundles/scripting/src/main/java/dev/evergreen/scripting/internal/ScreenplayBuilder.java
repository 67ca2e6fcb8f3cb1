package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptFormat;
import dev.evergreen.spi.script.SceneHeading;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptCharacter;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Divides a document into scenes and characters. */
final class ScreenplayBuilder {
    private static final Set<Kind> ENDS_SPEECH =
            EnumSet.of(Kind.SCENE_HEADING, Kind.ACTION, Kind.TRANSITION, Kind.CENTERED, Kind.SECTION, Kind.PAGE_BREAK);

    private final ScriptDocument document;
    private final TitlePage titlePage;
    private final boolean prose;
    private final boolean sectionsAreScenes;
    private final CharacterNames names;
    private final Map<String, Integer> lineCounts = new HashMap<>();
    private final List<Draft> scenes = new ArrayList<>();
    private final List<ScriptElement> beforeFirst = new ArrayList<>();
    private final List<String> pendingSynopsis = new ArrayList<>();
    private Draft scene = new Draft(SceneHeadings.title(""), "", false);
    private boolean open;
    private boolean sectionJustSeen;
    private List<String> speakers = List.of();
    private String extension = "";
    private String title;
    private double subtitleEnd = -1;

    private ScreenplayBuilder(ScriptDocument document, TitlePage titlePage) {
        this.document = document;
        this.titlePage = titlePage;
        this.prose = document.format() != ScriptFormat.FOUNTAIN && document.format() != ScriptFormat.FINAL_DRAFT;
        this.sectionsAreScenes =
                prose || document.blocks().stream().noneMatch(block -> block.kind() == Kind.SCENE_HEADING);
        this.names = new CharacterNames(document.blocks().stream()
                .filter(block -> block.kind() == Kind.CHARACTER)
                .map(block -> CharacterNames.name(plain(block)))
                .toList());
        this.title = titlePage.title();
    }

    static Screenplay build(ScriptDocument document, TitlePage titlePage) {
        return new ScreenplayBuilder(document, titlePage).build();
    }

    private Screenplay build() {
        int titleIndex = titleIndex();
        for (int i = 0; i < document.blocks().size(); i++) {
            add(document.blocks().get(i), i == titleIndex);
        }
        if (!beforeFirst.isEmpty()) {
            begin(new Draft(SceneHeadings.title(title), "", false));
        }
        List<ScriptScene> finished = finished();
        String language = titlePage.settings().language();
        return new Screenplay(
                title,
                titlePage.author(),
                language.isEmpty() ? Languages.guess(finished) : language,
                finished,
                characters(finished));
    }

    /** In prose without front matter the first heading is the title if it is the only one of the first level. */
    private int titleIndex() {
        List<ScriptBlock> blocks = document.blocks();
        int first = 0;
        while (first < blocks.size() && blocks.get(first).kind() == Kind.VERBATIM) {
            first++;
        }
        long titles = blocks.stream()
                .filter(block -> block.kind() == Kind.SECTION && block.level() == 1)
                .count();
        boolean begins = first < blocks.size()
                && blocks.get(first).kind() == Kind.SECTION
                && blocks.get(first).level() == 1;
        return prose && begins && titles == 1 ? first : -1;
    }

    private void add(ScriptBlock block, boolean isTitle) {
        if (ENDS_SPEECH.contains(block.kind())) {
            speakers = List.of();
            extension = "";
        }
        switch (block.kind()) {
            case SCENE_HEADING -> begin(new Draft(SceneHeadings.parse(plain(block)), block.label(), true));
            case SECTION -> section(block, isTitle);
            case PAGE_BREAK -> pageBreak();
            case SYNOPSIS -> synopsis(plain(block));
            case CHARACTER -> {
                speakers = names.speakers(CharacterNames.name(plain(block)));
                extension = CharacterNames.extension(plain(block));
            }
            case DIALOGUE, LYRICS -> spoken(block);
            case PARENTHETICAL -> element(block, ScriptElement.Kind.PARENTHETICAL, speaker());
            case ACTION ->
                element(block, narrates() ? ScriptElement.Kind.DIALOGUE : ScriptElement.Kind.ACTION, Optional.empty());
            case TRANSITION -> element(block, ScriptElement.Kind.TRANSITION, Optional.empty());
            case CENTERED -> element(block, ScriptElement.Kind.CENTERED, Optional.empty());
            case SUBTITLE -> subtitle(block);
            case NOTE -> Cues.in("[[" + block.text() + "]]").names().forEach(name -> cue(name, block.line()));
            case BONEYARD, VERBATIM -> {
                // Kept for the writer, no part of the film.
            }
        }
    }

    private void section(ScriptBlock block, boolean isTitle) {
        String text = plain(block);
        if (isTitle && title.isEmpty()) {
            title = text;
        }
        if (sectionsAreScenes) {
            begin(new Draft(SceneHeadings.title(text), "", false));
        }
        sectionJustSeen = true;
    }

    private void pageBreak() {
        if (prose && open && !scene.elements.isEmpty()) {
            begin(new Draft(SceneHeadings.title(""), "", false));
        }
    }

    private void synopsis(String text) {
        if (open && !sectionJustSeen) {
            scene.synopsis.add(text);
        } else {
            pendingSynopsis.add(text);
        }
    }

    private void spoken(ScriptBlock block) {
        boolean sungByNobody = block.kind() == Kind.LYRICS && block.blankLinesBefore() > 0;
        if (sungByNobody) {
            speakers = List.of();
            extension = "";
        }
        ScriptElement.Kind kind = block.kind() == Kind.LYRICS ? ScriptElement.Kind.LYRICS : ScriptElement.Kind.DIALOGUE;
        if (element(block, kind, speaker())) {
            speakers.forEach(name -> lineCounts.merge(name, 1, Integer::sum));
        }
    }

    private void subtitle(ScriptBlock block) {
        SubtitleTimes times = SubtitleTimes.parse(block.label());
        boolean gap = subtitleEnd >= 0 && times.start() - subtitleEnd > SubtitleTimes.SCENE_GAP_SECONDS;
        if (gap && open) {
            begin(new Draft(SceneHeadings.title(""), "", false));
        }
        subtitleEnd = times.end();
        element(block, ScriptElement.Kind.ACTION, Optional.empty());
    }

    private boolean element(ScriptBlock block, ScriptElement.Kind kind, Optional<String> speaker) {
        Cues cues = document.format() == ScriptFormat.MARKDOWN ? Cues.inMarkdown(block.text()) : Cues.in(block.text());
        cues.names().forEach(name -> cue(name, block.line()));
        String plain = plain(cues.text());
        String text = kind == ScriptElement.Kind.ACTION && !prose ? plain.stripTrailing() : plain.strip();
        if (text.replace('\u00a0', ' ').isBlank()) {
            return false;
        }
        boolean said = speaker.isPresent();
        add(new ScriptElement(
                kind, prose ? text.replaceAll("\\s+", " ") : text, speaker, block.line(), said ? extension : ""));
        return true;
    }

    private void cue(String name, int line) {
        add(new ScriptElement(ScriptElement.Kind.CUE, name, Optional.empty(), line));
    }

    private void add(ScriptElement element) {
        sectionJustSeen = false;
        if (open) {
            scene.elements.add(element);
            return;
        }
        beforeFirst.add(element);
        boolean waits = element.kind() == ScriptElement.Kind.TRANSITION
                || element.kind() == ScriptElement.Kind.CENTERED
                || element.kind() == ScriptElement.Kind.CUE;
        if (!waits) {
            begin(new Draft(SceneHeadings.title(title), "", false));
        }
    }

    private void begin(Draft next) {
        scene = next;
        open = true;
        sectionJustSeen = false;
        speakers = List.of();
        extension = "";
        scene.elements.addAll(beforeFirst);
        beforeFirst.clear();
        scene.synopsis.addAll(pendingSynopsis);
        pendingSynopsis.clear();
        scenes.add(scene);
    }

    private List<ScriptScene> finished() {
        SceneIds ids = new SceneIds();
        List<ScriptScene> finished = new ArrayList<>();
        for (Draft draft : scenes) {
            if (draft.elements.isEmpty() && !draft.written) {
                continue;
            }
            String number = draft.number.isEmpty() ? String.valueOf(finished.size() + 1) : draft.number;
            Optional<String> synopsis =
                    draft.synopsis.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", draft.synopsis));
            finished.add(new ScriptScene(
                    ids.next(draft.heading.text(), draft.elements), number, draft.heading, synopsis, draft.elements));
        }
        return finished;
    }

    private List<ScriptCharacter> characters(List<ScriptScene> finished) {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        for (ScriptBlock block : document.blocks()) {
            if (block.kind() == Kind.CHARACTER) {
                String cue = CharacterNames.name(plain(block));
                List<String> speaking = names.speakers(cue);
                List<String> known = aliases.computeIfAbsent(speaking.get(0), name -> new ArrayList<>());
                if (speaking.size() == 1 && !cue.equals(speaking.get(0)) && !known.contains(cue)) {
                    known.add(cue);
                }
            }
        }
        CharacterDescriptions descriptions = new CharacterDescriptions(finished);
        List<ScriptCharacter> characters = new ArrayList<>();
        aliases.forEach((name, known) -> characters.add(
                new ScriptCharacter(name, known, lineCounts.getOrDefault(name, 0), descriptions.of(name, known))));
        return characters;
    }

    private boolean narrates() {
        return !prose && titlePage.narratesAction();
    }

    private Optional<String> speaker() {
        return speakers.stream().findFirst();
    }

    private String plain(ScriptBlock block) {
        return plain(block.text());
    }

    private String plain(String text) {
        return switch (document.format()) {
            case FOUNTAIN, FINAL_DRAFT -> FountainText.plain(text);
            case MARKDOWN -> MarkdownText.plain(text);
            case SUBRIP -> SubtitleTimes.plain(text);
            case PLAIN_TEXT -> text;
        };
    }

    /** A scene under construction; {@code written} when the script has a heading for it. */
    private static final class Draft {
        private final SceneHeading heading;
        private final String number;
        private final boolean written;
        private final List<String> synopsis = new ArrayList<>();
        private final List<ScriptElement> elements = new ArrayList<>();

        Draft(SceneHeading heading, String number, boolean written) {
            this.heading = heading;
            this.number = number;
            this.written = written;
        }
    }
}
