package dev.evergreen.scripting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the parser against the cases in {@code src/test/corpus}, which the studio's parser is held against as well. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/corpus");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ScriptParser parser = ScriptParser.create(ScriptParser.DEFAULT_MAXIMUM_BYTES);

    @TestFactory
    Stream<DynamicTest> readsEveryCase() throws IOException {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.group + "/" + each.node.get("name").asText(), () -> reads(each)));
    }

    @TestFactory
    Stream<DynamicTest> printsEveryCaseWithoutLoss() throws IOException {
        return cases().stream()
                .filter(each -> each.node.has("expected"))
                .map(each -> DynamicTest.dynamicTest(
                        each.group + "/" + each.node.get("name").asText(), () -> prints(each)));
    }

    @Test
    void coversEveryConstruct() throws IOException {
        assertTrue(cases().size() >= 100, "only " + cases().size() + " cases in " + CORPUS.toAbsolutePath());
    }

    private void reads(Case each) throws ScriptException {
        if (each.node.has("error")) {
            ScriptException refused = assertThrows(ScriptException.class, () -> parse(each));
            assertEquals(
                    each.node.get("error").toPrettyString(),
                    tree(CorpusView.of(refused)).toPrettyString());
            assertTrue(refused.getMessage().length() > 20, refused.getMessage());
            return;
        }
        JsonNode actual = tree(CorpusView.of(parse(each)));
        assertEquals(each.node.get("expected").toPrettyString(), actual.toPrettyString());
    }

    /** The printed script reads the same, both as it was written and in canonical form. */
    private void prints(Case each) throws ScriptException {
        ParsedScript parsed = parse(each);
        ScriptFormat format = parsed.document().format();
        String fileName = "again."
                + (format == ScriptFormat.MARKDOWN ? "md" : format == ScriptFormat.PLAIN_TEXT ? "txt" : format.word());
        String asWritten = ScriptPrinter.print(parsed.document());
        assertEquals(shape(parsed), shape(parser.parse(asWritten, fileName)), asWritten);
        String canonical = ScriptPrinter.print(parsed.document().withoutSource());
        ParsedScript again = parser.parse(canonical, fileName);
        assertEquals(shape(parsed), shape(again), canonical);
        assertEquals(canonical, ScriptPrinter.print(again.document().withoutSource()));
    }

    /** Blocks without what depends on the layout of the file. */
    private static List<ScriptBlock> shape(ParsedScript script) {
        return script.document().blocks().stream()
                .map(block -> new ScriptBlock(
                        block.kind(), block.text(), block.label(), block.level(), block.dual(), 0, 0, ""))
                .toList();
    }

    private ParsedScript parse(Case each) throws ScriptException {
        String file = each.node.get("file").asText();
        if (each.node.has("bytes")) {
            return parser.parse(
                    Base64.getDecoder().decode(each.node.get("bytes").asText()), file);
        }
        return parser.parse(each.node.get("input").asText(), file);
    }

    private static JsonNode tree(Object view) {
        return JSON.valueToTree(view);
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String group = file.getFileName().toString().replace(".json", "");
                JSON.readTree(file.toFile()).forEach(node -> cases.add(new Case(group, node)));
            }
        }
        return cases;
    }

    private record Case(String group, JsonNode node) {}
}
