package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    /** Prints what making would cost; amounts that nobody knows are no zeros. */
    static void printEstimate(PrintStream out, JsonNode estimate, boolean json) {
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("event", "estimated")
                    .set("estimate", estimate));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode line : estimate.path("lines")) {
            boolean kept = "kept".equals(line.path("standing").asText());
            rows.add(List.of(
                    line.path("item").asText(),
                    line.path("provider").asText("") + (kept ? " (made already)" : ""),
                    amount(line.path("expected")),
                    amount(line.path("ceiling"))));
        }
        Table.print(out, List.of("ASSET", "WOULD BE SERVED BY", "EXPECTED", "AT MOST"), rows);
        out.println();
        out.println("Expected  " + amount(estimate.path("expected")));
        out.println("At most   " + amount(estimate.path("ceiling")));
        out.println("Saved     " + amount(estimate.path("saved")));
        estimate.path("remarks").forEach(remark -> out.println("Note: " + remark.asText()));
        estimate.path("asks").forEach(ask -> out.println("Asks: " + ask.asText()));
    }

    private static String amount(JsonNode money) {
        return money.path("text").asText("not known");
    }
}
