package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who could serve what, how well they do, and what they ask. */
@Command(
        name = "providers",
        mixinStandardHelpOptions = true,
        description = "Lists the providers of the running node with their health and a price example.")
final class ProvidersCommand implements Callable<Integer> {
    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        JsonNode offers = data.running().get("/providers");
        if (json) {
            System.out.println(offers);
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode offer : offers) {
            String account = offer.path("account").asText();
            rows.add(List.of(
                    offer.path("capability").asText(),
                    offer.path("title").asText() + (account.isEmpty() ? "" : " (" + account + ")"),
                    health(offer),
                    price(offer.path("price"))));
        }
        Table.print(System.out, List.of("CAPABILITY", "PROVIDER", "HEALTH", "PRICE"), rows);
        return 0;
    }

    private static String health(JsonNode offer) {
        if (offer.path("calls").asInt() == 0) {
            return "not asked yet";
        }
        return String.format(
                Locale.ROOT,
                "%s, %.0f %% of %d calls well, %.1f s",
                offer.path("circuit").asText(),
                offer.path("successRate").asDouble() * 100,
                offer.path("calls").asInt(),
                offer.path("latencySeconds").asDouble());
    }

    private static String price(JsonNode price) {
        if (price.isMissingNode()) {
            return "";
        }
        if (!price.path("eligible").asBoolean()) {
            return price.path("reason").asText();
        }
        return price.path("expected").path("text").asText("price unknown") + " for "
                + price.path("for").asText();
    }
}
