package dev.evergreen.editor.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Commands that mostly make sense for a timeline, from a seed. */
final class RandomCommands {
    private static final Map<String, Object> COLOUR = Map.of("red", 1, "green", 2, "blue", 3, "alpha", 255);
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final Random random;
    private int ids;

    RandomCommands(Random random) {
        this.random = random;
    }

    Map<String, Object> next(TimelineSnapshot timeline) {
        Draft draft = Draft.of(timeline);
        if (draft.tracks().isEmpty()) {
            // All were removed, and nothing else can be done.
            return Map.of("command", "add-track", "track", "t" + ++ids, "kind", "visual");
        }
        List<String> names = new ArrayList<>(CommandSchema.get().names());
        names.remove("restore");
        String name = pick(names);
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("command", name);
        Spot spot = spot(draft, name);
        CommandSchema.get().fields(name).keySet().stream()
                .filter(field -> !field.equals("command"))
                .forEach(field -> {
                    Object value = value(name, field, draft, spot);
                    if (value != null) {
                        command.put(field, value);
                    }
                });
        return command;
    }

    private Spot spot(Draft draft, String name) {
        Kind kind = name.contains("caption")
                ? Kind.CAPTION
                : List.of("set-gain", "set-fades", "set-role", "replace-sound").contains(name) ? Kind.AUDIO : null;
        List<Spot> spots = new ArrayList<>();
        for (Track track : draft.tracks()) {
            for (int i = 0; i < track.clips().size(); i++) {
                Spot spot = new Spot(track, i);
                if ((kind == null || track.kind() == kind) && suits(name, spot)) {
                    spots.add(spot);
                }
            }
        }
        return spots.isEmpty() ? new Spot(draft.tracks().get(0), 0) : pick(spots);
    }

    /** Some commands are for few clips only. */
    private static boolean suits(String name, Spot spot) {
        return switch (name) {
            case "set-title-text" -> spot.track().kind() == Kind.VISUAL && Content.isTitle(spot.clip());
            case "set-speed" -> spot.track().kind() == Kind.VISUAL && Content.moving(spot.clip());
            case "remove-transition" -> spot.clip().get("transition") != null;
            default -> true;
        };
    }

    private Object value(String name, String field, Draft draft, Spot spot) {
        boolean none = spot.track().clips().isEmpty();
        return switch (field) {
            case "clip" -> name.equals("insert-clip") ? clip(draft, spot.track()) : none ? "none" : spot.id();
            case "frame" -> none ? 3 : frame(name, draft, spot);
            case "track" -> name.equals("add-track") ? "t" + ++ids : track(name, draft, spot);
            case "frames" -> random.nextInt(60) - (name.equals("slip") ? 30 : -1);
            case "ripple" ->
                pick(name.equals("ripple-remove") ? List.of("track", "all") : List.of("none", "track", "all"));
            case "newId" -> random.nextBoolean() ? null : "n" + ++ids;
            case "speed" -> Map.of("numerator", 1 + random.nextInt(4), "denominator", 1 + random.nextInt(4));
            case "source" ->
                random.nextBoolean()
                        ? Map.of("type", "SolidSource", "colour", COLOUR)
                        : Map.of("type", "MediaSource", "digest", DIGEST, "mediaType", "video/mp4");
            case "inPointFrame", "inPointSample" -> random.nextBoolean() ? null : random.nextInt(50);
            case "digest" -> DIGEST;
            case "transition" -> Map.of("pluginId", "evergreen.push", "frames", 1 + random.nextInt(25));
            case "effect" -> Map.of("pluginId", "evergreen.grain", "parameters", Map.of("amount", 0.25));
            case "index", "from", "to" -> random.nextInt(2);
            case "parameter" -> pick(List.of("radius", "strength"));
            case "value" -> random.nextInt(5);
            case "keyframe" -> Map.of("frame", random.nextInt(50), "value", 1.5, "easing", "LINEAR");
            case "transform" ->
                Draft.of(new RandomTimelines(random).next())
                        .tracks(Kind.VISUAL)
                        .get(0)
                        .clips()
                        .get(0)
                        .get("transform");
            case "camera" ->
                List.of(Map.of(
                        "frame",
                        random.nextInt(9),
                        "centreX",
                        0.5,
                        "centreY",
                        0.5,
                        "zoom",
                        2,
                        "parallax",
                        0,
                        "easing",
                        "HOLD"));
            case "aspect" -> pick(List.of("9:16", "1:1"));
            case "text" -> pick(List.of("One", "Two words", "Three whole words"));
            case "style" ->
                name.equals("define-caption-style")
                        ? Tree.with(
                                Json.readObject(Json.write(CaptionStyle.KARAOKE)), "id", pick(List.of("boxed", "loud")))
                        : pick(List.of("boxed", "karaoke", "loud"));
            case "speaker", "heading", "subheading", "label" -> "Ada";
            case "gain" -> List.of(Map.of("sample", random.nextInt(99), "decibels", -3.5));
            case "fadeInSamples", "fadeOutSamples" -> random.nextInt(9_000);
            case "role" -> pick(List.of("VOICE", "MUSIC", "EFFECT"));
            case "muted", "burnedIn" -> random.nextBoolean();
            case "kind" -> pick(List.of("visual", "caption", "audio"));
            case "language" -> null;
            case "colour" -> COLOUR;
            case "marker" ->
                name.equals("add-marker")
                        ? Map.of("id", "k" + ++ids, "frame", random.nextInt(99))
                        : Tree.objects(draft.properties(), "markers").stream()
                                .map(marker -> marker.get("id"))
                                .findFirst()
                                .orElse("none");
            case "scenes" -> scenes(draft);
            default -> throw new AssertionError(name + " has a field " + field + " that this test does not know");
        };
    }

    private Object track(String name, Draft draft, Spot spot) {
        return switch (name) {
            case "mute-track" ->
                draft.tracks(Kind.AUDIO).stream().map(Track::id).findFirst().orElse("none");
            case "burn-captions" ->
                draft.tracks(Kind.CAPTION).stream().map(Track::id).findFirst().orElse("none");
            case "insert-clip" -> spot.track().id();
            default -> pick(draft.tracks(spot.track().kind())).id();
        };
    }

    private long frame(String name, Draft draft, Spot spot) {
        boolean sound = spot.track().kind() == Kind.AUDIO;
        long start = sound ? draft.rate().frameAt(spot.start()) : spot.start();
        long end = sound ? draft.rate().frameAt(spot.end()) : spot.end();
        if (name.equals("remove-effect-keyframe")) {
            return 0;
        }
        if (name.equals("move") || name.equals("change-marker")) {
            return random.nextInt(700);
        }
        return Math.max(
                0,
                name.equals("split")
                        ? start + random.nextInt((int) Math.max(1, end - start))
                        : (name.equals("trim-start") ? start : end) + random.nextInt(31) - 15);
    }

    private Map<String, Object> clip(Draft draft, Track track) {
        long start = random.nextInt(600);
        return switch (track.kind()) {
            case VISUAL ->
                Map.of(
                        "id",
                        "i" + ++ids,
                        "source",
                        Map.of("type", "SolidSource", "colour", COLOUR),
                        "startFrame",
                        start,
                        "durationFrames",
                        1 + random.nextInt(40));
            case CAPTION ->
                Map.of(
                        "id",
                        "i" + ++ids,
                        "text",
                        "New words",
                        "startFrame",
                        start,
                        "durationFrames",
                        1 + random.nextInt(40),
                        "styleId",
                        "boxed");
            case AUDIO ->
                Map.of(
                        "id",
                        "i" + ++ids,
                        "digest",
                        DIGEST,
                        "startSample",
                        draft.rate().sampleAt(start),
                        "durationSamples",
                        1 + random.nextInt(90_000),
                        "role",
                        "EFFECT");
        };
    }

    private Object scenes(Draft draft) {
        List<Map<String, Object>> clips =
                draft.tracks(Kind.VISUAL).stream().findFirst().map(Track::clips).orElse(List.of());
        List<List<Object>> scenes = new ArrayList<>();
        for (Map<String, Object> clip : clips) {
            scenes.add(List.of(clip.get("id")));
        }
        Collections.shuffle(scenes, random);
        return scenes;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
