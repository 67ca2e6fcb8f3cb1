package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints what was bought: each asset, who served it, and what it cost. */
final class Bill {
    private Bill() {}

    static void print(PrintStream out, JsonNode production) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode line : production.path("bill")) {
            rows.add(List.of(
                    line.path("item").asText(),
                    line.path("provider").asText() + (line.path("cached").asBoolean() ? " (made earlier)" : ""),
                    line.path("charge").path("text").asText()));
        }
        Table.print(out, List.of("ASSET", "SERVED BY", "CHARGE"), rows);
    }
}
