package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where clips begin and end, and which part of their source they show. */
final class CutCommands {
    static final Map<String, Planner> ALL = Map.of(
            "split", CutCommands::split,
            "trim-start", CutCommands::trimStart,
            "trim-end", CutCommands::trimEnd,
            "roll", CutCommands::roll,
            "slip", CutCommands::slip,
            "set-speed", CutCommands::setSpeed);

    private CutCommands() {}

    private static void split(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        Kind kind = spot.track().kind();
        long at = inside(command, draft, spot);
        long offset = at - spot.start();
        String newId = command.containsKey("newId") ? Tree.text(command, "newId") : freeId(draft, spot.id());
        Map<String, Object> first = Tree.with(spot.clip(), kind.duration(), offset);
        Map<String, Object> second = Tree.with(Content.later(spot, offset), "id", newId);
        second.put(kind.start(), at);
        second.put(kind.duration(), spot.end() - at);
        switch (kind) {
            case VISUAL -> {
                first.put("transition", null);
                if (Content.isTitle(first)) {
                    first.put("source", Tree.with(Tree.object(first, "source"), "exit", "NONE"));
                    second.put("source", Tree.with(Tree.object(second, "source"), "entrance", "NONE"));
                }
            }
            case CAPTION -> splitWords(spot, offset, first, second);
            case AUDIO -> {
                first.put("fadeOutSamples", 0);
                second.put("fadeInSamples", 0);
            }
        }
        Changing.become(draft, spot, first);
        draft.run(new Operation.Insert(spot.track().id(), second, null));
        splitLayouts(draft, spot.id(), newId, offset);
    }

    private static String freeId(Draft draft, String id) {
        String stem = id.replaceFirst("~[0-9]+$", "");
        int number = 2;
        while (draft.find(stem + "~" + number).isPresent()
                || draft.findTrack(stem + "~" + number).isPresent()) {
            number++;
        }
        return stem + "~" + number;
    }

    private static void splitWords(Spot spot, long offset, Map<String, Object> first, Map<String, Object> second) {
        List<String> words =
                Arrays.asList(Tree.text(spot.clip(), "text").strip().split("\\s+"));
        List<Map<String, Object>> timings = Tree.objects(spot.clip(), "words");
        if (words.size() < 2) {
            throw new Refused(
                    "The caption " + spot.id() + " has one word only, which cannot be split; trim it instead.");
        }
        boolean timed = timings.size() == words.size();
        long before = timed
                ? timings.stream()
                        .filter(word -> Tree.number(word, "startFrame") < offset)
                        .count()
                : Content.scaled(words.size(), offset, spot.end() - spot.start());
        int count = (int) Math.max(1, Math.min(words.size() - 1L, before));
        first.put("text", String.join(" ", words.subList(0, count)));
        second.put("text", String.join(" ", words.subList(count, words.size())));
        first.put("words", timed ? timings.subList(0, count) : List.of());
        List<Map<String, Object>> later = Tree.objects(second, "words");
        second.put("words", timed ? later.subList(count, later.size()) : List.of());
    }

    /** What a person set for other aspects goes on in the second part. */
    private static void splitLayouts(Draft draft, String id, String newId, long offset) {
        List<Map<String, Object>> layouts = Tree.objects(draft.properties(), "layouts");
        List<Map<String, Object>> more = new ArrayList<>(layouts);
        for (Map<String, Object> layout : layouts) {
            if (Tree.text(layout, "clipId").equals(id)) {
                Map<String, Object> copy = Tree.with(layout, "clipId", newId);
                copy.put("transform", Content.laterTransform(Tree.object(layout, "transform"), offset));
                more.add(copy);
            }
        }
        Changing.set(draft, "", "layouts", layouts, more);
    }

    private static void trimStart(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        Kind kind = spot.track().kind();
        long at = draft.moment(kind, Tree.number(command, "frame"));
        if (at >= spot.end()) {
            throw new Refused("The clip " + spot.id() + " ends at frame " + frame(draft, kind, spot.end())
                    + ", so it cannot begin at frame " + Tree.number(command, "frame") + "; remove it instead.");
        }
        String scope = Changing.scope(command, "none");
        long distance = at - spot.start();
        long start = spot.start();
        long end = spot.end();
        Map<String, Object> clip = Content.later(spot, distance);
        clip.put(kind.duration(), end - at);
        clip.put(kind.start(), scope.equals("none") ? at : start);
        Changing.become(draft, spot, clip);
        Changing.ripple(draft, scope, spot.track(), end, -distance);
    }

    private static void trimEnd(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        Kind kind = spot.track().kind();
        long at = draft.moment(kind, Tree.number(command, "frame"));
        if (at <= spot.start()) {
            throw new Refused("The clip " + spot.id() + " begins at frame " + frame(draft, kind, spot.start())
                    + ", so it cannot end at frame " + Tree.number(command, "frame") + "; remove it instead.");
        }
        long end = spot.end();
        Changing.set(draft, spot, kind.duration(), at - spot.start());
        Changing.ripple(draft, Changing.scope(command, "none"), spot.track(), end, at - end);
    }

    private static void roll(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        Kind kind = spot.track().kind();
        long end = spot.end();
        Spot next = spot.next()
                .filter(after -> after.start() == end)
                .orElseThrow(() -> new Refused("No clip follows clip " + spot.id()
                        + " at once, so there is no cut to roll; trim its end instead."));
        long at = draft.moment(kind, Tree.number(command, "frame"));
        if (at <= spot.start() || at >= next.end()) {
            throw new Refused("The cut between clips " + spot.id() + " and " + next.id() + " can lie at frames "
                    + (frame(draft, kind, spot.start()) + 1) + " to " + (frame(draft, kind, next.end()) - 1)
                    + ", not at " + Tree.number(command, "frame") + "; choose one of these.");
        }
        Map<String, Object> later = Content.later(next, at - next.start());
        later.put(kind.duration(), next.end() - at);
        later.put(kind.start(), at);
        Changing.set(draft, spot, kind.duration(), at - spot.start());
        Changing.become(draft, next, later);
    }

    private static void slip(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        long frames = Tree.number(command, "frames");
        switch (spot.track().kind()) {
            case VISUAL -> {
                Map<String, Object> speed =
                        Tree.object(Content.movingPicture(draft, spot.id()).clip(), "speed");
                long distance =
                        Content.scaled(frames, Tree.number(speed, "numerator"), Tree.number(speed, "denominator"));
                Changing.set(draft, spot, "inPointFrame", Content.inPoint(spot, "inPointFrame", distance, "frames"));
            }
            case CAPTION ->
                throw new Refused(
                        "The caption " + spot.id() + " has no source to slip; set its time or its words instead.");
            case AUDIO ->
                Changing.set(
                        draft,
                        spot,
                        "inPointSample",
                        Content.inPoint(spot, "inPointSample", draft.length(Kind.AUDIO, frames), "samples"));
        }
    }

    private static void setSpeed(Map<String, Object> command, Draft draft) {
        Spot spot = Content.movingPicture(draft, Tree.text(command, "clip"));
        Map<String, Object> old = Tree.object(spot.clip(), "speed");
        Map<String, Object> speed = Tree.object(command, "speed");
        long end = spot.end();
        long length = Math.max(
                1,
                Content.scaled(
                        end - spot.start(),
                        Tree.number(old, "numerator") * Tree.number(speed, "denominator"),
                        Tree.number(old, "denominator") * Tree.number(speed, "numerator")));
        long by = spot.start() + length - end;
        Changing.become(draft, spot, Tree.with(Tree.with(spot.clip(), "speed", speed), "durationFrames", length));
        Changing.ripple(draft, Changing.scope(command, "none"), spot.track(), end, by);
    }

    /** The command's frame, which must leave something of the clip on both sides. */
    private static long inside(Map<String, Object> command, Draft draft, Spot spot) {
        Kind kind = spot.track().kind();
        long at = draft.moment(kind, Tree.number(command, "frame"));
        if (at <= spot.start() || at >= spot.end()) {
            throw new Refused("The clip " + spot.id() + " reaches from frame " + frame(draft, kind, spot.start())
                    + " to " + frame(draft, kind, spot.end()) + ", so it cannot be split at frame "
                    + Tree.number(command, "frame") + "; choose a frame between them.");
        }
        return at;
    }

    private static long frame(Draft draft, Kind kind, long moment) {
        return kind == Kind.AUDIO ? draft.rate().frameAt(moment) : moment;
    }
}
