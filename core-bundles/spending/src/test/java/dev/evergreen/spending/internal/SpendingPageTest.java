package dev.evergreen.spending.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator's page says what there is to configure. */
final class SpendingPageTest {
    @Test
    void everyKeyIsOnThePageWithItsDefault() throws IOException {
        String page = Files.readString(Path.of("../../docs/spending.md"));
        List<String> missing = new ArrayList<>();
        for (Method attribute : SpendingConfiguration.class.getDeclaredMethods()) {
            // The profiler of the build's own coverage adds one.
            if (attribute.getDefaultValue() != null) {
                String row =
                        "| `" + attribute.getName().replace('_', '.') + "` | " + attribute.getDefaultValue() + " |";
                if (!page.contains(row)) {
                    missing.add(row);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(page.contains("dev.evergreen.spending.cfg"));
    }
}
