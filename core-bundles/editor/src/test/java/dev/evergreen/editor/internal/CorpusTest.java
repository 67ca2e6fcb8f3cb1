package dev.evergreen.editor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.evergreen.domain.json.Json;
import dev.evergreen.editor.internal.Editing.Applied;
import dev.evergreen.editor.internal.Editing.Rejected;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The corpus that the node and the studio are held to: a timeline, commands, and what comes of them. {@code result} names the properties of
 * the timeline that changed, all others stay; {@code errors} has the refusal of each command that makes no sense. With
 * {@code -Devergreen.corpus=write} the answers are written anew; look at what changed before keeping it.
 */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/corpus");
    private static final boolean WRITE = "write".equals(System.getProperty("evergreen.corpus"));

    private static Map<String, Object> documents() throws IOException {
        return Json.readObject(Files.readString(CORPUS.resolve("documents.json")));
    }

    private static List<Path> groups() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> !file.endsWith("documents.json"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> answers() throws IOException {
        Map<String, Object> documents = documents();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path group : groups()) {
            Map<String, Object> file = Json.readObject(Files.readString(group));
            List<Map<String, Object>> answered = new ArrayList<>();
            for (Map<String, Object> each : Tree.objects(file, "cases")) {
                Map<String, Object> document = Tree.object(documents, Tree.text(each, "document"));
                if (WRITE) {
                    answered.add(answer(each, document));
                } else {
                    tests.add(dynamicTest(Tree.text(each, "name"), () -> check(each, document)));
                }
            }
            if (WRITE) {
                Files.writeString(group, Json.write(Map.of("cases", answered)));
            }
        }
        return tests.stream();
    }

    private static void check(Map<String, Object> each, Map<String, Object> document) {
        Map<String, Object> answer = answer(each, document);
        for (String property : List.of("result", "inverse", "errors")) {
            assertTrue(
                    Tree.same(each.get(property), answer.get(property)),
                    () -> property + " is " + Json.write(String.valueOf(answer.get(property))));
        }
    }

    private static Map<String, Object> answer(Map<String, Object> each, Map<String, Object> document) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List.of("name", "about", "document", "commands").forEach(key -> answer.put(key, each.get(key)));
        TimelineSnapshot timeline = Json.read(Json.write(document), TimelineSnapshot.class);
        try {
            Applied applied = Editing.apply(timeline, Tree.objects(each, "commands"));
            Map<String, Object> after = Json.readObject(Json.write(applied.timeline()));
            Map<String, Object> result = new LinkedHashMap<>();
            after.forEach((property, value) -> {
                if (!Tree.same(value, document.get(property))) {
                    result.put(property, value);
                }
            });
            answer.put("result", result);
            answer.put(
                    "inverse",
                    applied.operations().isEmpty() ? null : applied.inverse().get("operations"));
        } catch (Rejected rejected) {
            Map<String, Object> errors = new HashMap<>();
            rejected.reasons().forEach((position, reason) -> errors.put(String.valueOf(position), reason));
            answer.put("errors", errors);
        }
        return answer;
    }

    @Test
    void everyCommandHasThreeAnswersAndOneRefusal() throws IOException {
        Map<String, Integer> answers = new HashMap<>();
        Map<String, Integer> refusals = new HashMap<>();
        int cases = 0;
        for (Path group : groups()) {
            for (Map<String, Object> each : Tree.objects(Json.readObject(Files.readString(group)), "cases")) {
                cases++;
                List<Map<String, Object>> commands = Tree.objects(each, "commands");
                commands.stream()
                        .map(command -> String.valueOf(command.get("command")))
                        .distinct()
                        .forEach(
                                name -> (each.containsKey("errors") ? refusals : answers).merge(name, 1, Integer::sum));
            }
        }
        assertTrue(cases >= 200, "only " + cases + " cases");
        for (String name : CommandSchema.get().names()) {
            assertTrue(answers.getOrDefault(name, 0) >= 3, name + " has only " + answers.get(name) + " answers");
            assertTrue(refusals.getOrDefault(name, 0) >= 1, name + " has no refusal");
        }
    }

    @Test
    void everyAnswerIsATimelineOfTheExpectedLength() throws IOException {
        Map<String, Object> documents = documents();
        for (Path group : groups()) {
            for (Map<String, Object> each : Tree.objects(Json.readObject(Files.readString(group)), "cases")) {
                if (each.containsKey("errors")) {
                    continue;
                }
                Map<String, Object> document = Tree.object(documents, Tree.text(each, "document"));
                Map<String, Object> after = new LinkedHashMap<>(document);
                after.putAll(Tree.object(each, "result"));
                // The records refuse overlaps, ids that are there twice, and styles that are missing.
                TimelineSnapshot timeline = Json.read(Json.write(after), TimelineSnapshot.class);
                TimelineSnapshot before = Json.read(Json.write(document), TimelineSnapshot.class);
                String only = each.get("name").toString();
                if (only.startsWith("split") || only.startsWith("scenes") || only.startsWith("roll")) {
                    assertEquals(seen(before), seen(timeline), only + " changes how much is seen");
                    assertEquals(before.durationFrames(), timeline.durationFrames(), only);
                }
            }
        }
    }

    private static long seen(TimelineSnapshot timeline) {
        long frames = 0;
        for (VisualTrack track : timeline.visualTracks()) {
            frames += track.clips().stream()
                    .mapToLong(clip -> clip.durationFrames())
                    .sum();
        }
        return frames;
    }
}
