package dev.evergreen.projects;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.timeline.CaptionStyle;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The maker's choices for the films of a project. An empty word means: what the script asks for, else the default.
 *
 * @param format {@code 16:9}, {@code 9:16}, {@code 1:1}, {@code 4:5} or empty
 * @param preset an exporter preset
 * @param voice a voice id for the narrator
 * @param style look of the pictures
 * @param music mood of the music, or {@code none}
 * @param captions whether captions are burned in
 * @param captionStyle a preset of {@link CaptionStyle#PRESETS}, or empty
 * @param tier quality of what is bought: {@code draft}, {@code standard}, {@code high}, or empty for standard
 * @param similarPrompts whether pictures that were made for similar prompts may be used again
 * @param optimizePrompts whether prompts may be rewritten before pictures are asked for
 */
public record ProjectSettings(
        String format,
        String preset,
        String voice,
        String style,
        String music,
        boolean captions,
        String captionStyle,
        String tier,
        boolean similarPrompts,
        boolean optimizePrompts) {
    private static final Set<String> FORMATS = Set.of("", "16:9", "9:16", "1:1", "4:5");
    private static final Set<String> TIERS = Set.of("", "draft", "standard", "high");
    private static final int LONGEST = 100;

    /** Nothing chosen. */
    public static final ProjectSettings NONE = new ProjectSettings("", "", "", "", "", true, "", "", false, true);

    public ProjectSettings {
        if (!FORMATS.contains(format)) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "settings.format",
                    "The format '" + format + "' is not known; choose 16:9, 9:16, 1:1 or 4:5.");
        }
        if (!TIERS.contains(tier)) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "settings.tier",
                    "The tier '" + tier + "' is not known; choose draft, standard or high.");
        }
        atMost("preset", preset);
        atMost("voice", voice);
        atMost("style", style);
        atMost("music", music);
        if (!captionStyle.isEmpty()) {
            try {
                CaptionStyle.preset(captionStyle);
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problem.Kind.INVALID, "settings.captionStyle", e.getMessage() + ".");
            }
        }
    }

    /** Reads the choices out of a project's settings, in which other parts of the engine keep their own keys. */
    public static ProjectSettings of(String projectSettings) {
        Stored stored = Json.read(projectSettings, Stored.class);
        return new ProjectSettings(
                word(stored.format),
                word(stored.preset),
                word(stored.voice),
                word(stored.style),
                word(stored.music),
                Optional.ofNullable(stored.captions).orElse(true),
                word(stored.captionStyle),
                word(stored.tier),
                Optional.ofNullable(stored.similarPrompts).orElse(false),
                Optional.ofNullable(stored.optimizePrompts).orElse(true));
    }

    /** A project's settings with these choices; keys that are no choices stay. */
    public String writeInto(String projectSettings) {
        Map<String, Object> settings = new TreeMap<>(Json.readObject(projectSettings));
        settings.put("format", format);
        settings.put("preset", preset);
        settings.put("voice", voice);
        settings.put("style", style);
        settings.put("music", music);
        settings.put("captions", captions);
        settings.put("captionStyle", captionStyle);
        settings.put("tier", tier);
        settings.put("similarPrompts", similarPrompts);
        settings.put("optimizePrompts", optimizePrompts);
        return Json.write(settings);
    }

    private static String word(@Nullable String stored) {
        return Objects.requireNonNullElse(stored, "");
    }

    private static void atMost(String field, String value) {
        if (value.length() > LONGEST) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "settings." + field,
                    "The " + field + " has " + value.length() + " characters; a name has at most " + LONGEST + ".");
        }
    }

    private record Stored(
            @Nullable String format,
            @Nullable String preset,
            @Nullable String voice,
            @Nullable String style,
            @Nullable String music,
            @Nullable Boolean captions,
            @Nullable String captionStyle,
            @Nullable String tier,
            @Nullable Boolean similarPrompts,
            @Nullable Boolean optimizePrompts) {}
}
