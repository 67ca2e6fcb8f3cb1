package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for operators names every knob with its default, and none that there is not. */
class OrchestrationPageTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| (?:`([^`]*)`|empty) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void everyKnobIsExplainedWithItsDefault() throws IOException {
        Map<String, String> configured = new TreeMap<>();
        for (Method attribute : OrchestratorConfiguration.class.getDeclaredMethods()) {
            configured.put(
                    attribute.getName().replace('_', '.'),
                    attribute.getDefaultValue().toString());
        }
        Map<String, String> explained = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("..", "..", "docs", "orchestration.md")));
        while (rows.find()) {
            explained.put(rows.group(1), rows.group(2) == null ? "" : rows.group(2));
        }

        assertEquals(configured, explained);
    }

    @Test
    void whatIsConfiguredIsWhatTestsUse() {
        Settings settings = Settings.of(defaults());

        assertEquals(Settings.DEFAULTS, settings);
    }

    /** The configuration without any file. */
    private static OrchestratorConfiguration defaults() {
        return (OrchestratorConfiguration) Proxy.newProxyInstance(
                OrchestratorConfiguration.class.getClassLoader(),
                new Class<?>[] {OrchestratorConfiguration.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }
}
