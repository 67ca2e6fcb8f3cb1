package dev.evergreen.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for operators names every knob with its default, and no other. */
class QueuesPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z._]+)` \\| (?:`([^`]*)`)? *\\|", Pattern.MULTILINE);

    @Test
    void thePageNamesEveryKnobWithItsDefault() throws IOException {
        Map<String, String> described = new TreeMap<>();
        String page = Files.readString(Path.of("../../docs/queues.md"));
        String section = page.substring(page.indexOf("## Every knob"), page.indexOf("## How much it carries"));
        Matcher rows = ROW.matcher(section);
        while (rows.find()) {
            described.put(rows.group(1), rows.group(2) == null ? "" : rows.group(2));
        }

        Map<String, String> configured = new TreeMap<>();
        for (Method knob : JobsConfiguration.class.getDeclaredMethods()) {
            configured.put(key(knob.getName()), String.valueOf(knob.getDefaultValue()));
        }
        assertEquals(configured, described);
    }

    /** As Declarative Services makes a key of a name: two underscores are one, a single one is a dot. */
    private static String key(String method) {
        return method.replace("__", "\0").replace('_', '.').replace('\0', '_');
    }
}
