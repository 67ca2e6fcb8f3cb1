package dev.evergreen.notifications.internal;

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
class NotificationsPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z._]+)` \\| (?:`([^`]*)`)? *\\|", Pattern.MULTILINE);

    @Test
    void thePageNamesEveryKnobWithItsDefault() throws IOException {
        Map<String, String> described = new TreeMap<>();
        String page = Files.readString(Path.of("../../docs/queues.md"));
        Matcher rows = ROW.matcher(page.substring(page.indexOf("## Notifications")));
        while (rows.find()) {
            described.put(rows.group(1), rows.group(2) == null ? "" : rows.group(2));
        }

        Map<String, String> configured = new TreeMap<>();
        for (Method knob : NotificationsConfiguration.class.getDeclaredMethods()) {
            configured.put(knob.getName().replace('_', '.'), String.valueOf(knob.getDefaultValue()));
        }
        assertEquals(configured, described);
    }
}
