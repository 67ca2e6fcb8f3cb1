package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What vendors have charged and may charge. */
@Command(
        name = "spend",
        mixinStandardHelpOptions = true,
        description =
                "Adds up what vendors have charged; shows and sets budgets; settles calls that may have been bought.")
final class SpendCommand implements Callable<Integer> {
    /** What is added up by. */
    enum By {
        PROVIDER,
        ACCOUNT,
        PROJECT,
        PERSON,
        DAY
    }

    /** How often a budget begins anew. */
    enum Period {
        MONTH,
        DAY,
        TOTAL
    }

    @Option(names = "--by", description = "provider, account, project, person or day", defaultValue = "provider")
    private By by = By.PROVIDER;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        JsonNode lines = data.running().get("/spend?by=" + word(by));
        if (json) {
            System.out.println(lines);
            return 0;
        }
        if (lines.isEmpty()) {
            System.out.println("Nothing was charged yet.");
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            String name = line.path("name").asText();
            rows.add(List.of(
                    name.isEmpty() ? "(none)" : name,
                    line.path("spent").path("text").asText(),
                    line.path("calls").asText()));
        }
        Table.print(System.out, List.of(by.name(), "CHARGED", "CALLS"), rows);
        return 0;
    }

    @Command(
            name = "budgets",
            mixinStandardHelpOptions = true,
            description = "Shows the budgets and what is left of each.")
    int budgets(@Mixin DataOption at) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode budget : at.running().get("/budgets")) {
            rows.add(List.of(
                    budget.path("id").asText(),
                    scope(budget),
                    budget.path("period").asText(),
                    budget.path("limit").path("text").asText(),
                    budget.path("spent").path("text").asText(),
                    budget.path("reserved").path("text").asText(),
                    left(budget)));
        }
        if (rows.isEmpty()) {
            System.out.println(
                    "No budget is set: nothing bounds what vendors may charge. See 'evergreen spend limit --help'.");
            return 0;
        }
        Table.print(System.out, List.of("BUDGET", "FOR", "EACH", "LIMIT", "SPENT", "RESERVED", "LEFT"), rows);
        return 0;
    }

    @Command(
            name = "limit",
            mixinStandardHelpOptions = true,
            description =
                    "Sets a budget: everything that is given must be true of a call for it to count; nothing given, all calls count.")
    int limit(
            @Parameters(paramLabel = "AMOUNT", description = "the most that may be spent, such as 50")
                    BigDecimal amount,
            @Option(names = "--each", description = "month, day or total", defaultValue = "month") Period period,
            @Option(names = "--currency", description = "ISO 4217", defaultValue = "USD") String currency,
            @Option(names = "--project", description = "id of a project") @Nullable String project,
            @Option(names = "--plugin", description = "id of a provider plugin") @Nullable String plugin,
            @Option(names = "--account", description = "name of one of the plugin's accounts") @Nullable String account,
            @Mixin DataOption at) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("period", word(period));
        asked.put("limit", money(amount, currency));
        put(asked, "projectId", project);
        put(asked, "plugin", plugin);
        put(asked, "account", account);
        JsonNode budget = at.running().put("/budgets", asked, Map.of());
        System.out.println(
                scope(budget) + ": at most " + budget.path("limit").path("text").asText() + ", " + left(budget)
                        + " left (" + budget.path("period").asText() + ")");
        return 0;
    }

    @Command(name = "unlimit", mixinStandardHelpOptions = true, description = "Removes a budget.")
    int unlimit(@Parameters(paramLabel = "BUDGET", description = "its id") String id, @Mixin DataOption at) {
        at.running().delete("/budgets/" + NodeClient.encode(id));
        return 0;
    }

    @Command(
            name = "unknown",
            mixinStandardHelpOptions = true,
            description =
                    "Lists calls that may have been bought: look for them in the vendor's bill, then settle them.")
    int unknown(@Mixin DataOption at) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode call : at.running().get("/calls/unknown")) {
            String account = call.path("account").asText();
            rows.add(List.of(
                    call.path("id").asText(),
                    call.path("plugin").asText() + (account.isEmpty() ? "" : "/" + account),
                    call.path("reserved").path("text").asText(),
                    call.path("createdAt").asText().replaceFirst("\\.\\d+Z$", "Z"),
                    call.path("links").has("lookUp") ? "yes" : "no",
                    call.path("note").asText()));
        }
        if (rows.isEmpty()) {
            System.out.println("Of every call it is known whether it was bought.");
            return 0;
        }
        Table.print(System.out, List.of("CALL", "VENDOR", "UP TO", "SINCE", "CAN TELL", "WHY"), rows);
        return 0;
    }

    @Command(name = "ask", mixinStandardHelpOptions = true, description = "Asks the vendor whether a call was bought.")
    int ask(@Parameters(paramLabel = "CALL", description = "its id") String id, @Mixin DataOption at) {
        return ended(at.running().post("/calls/" + NodeClient.encode(id) + "/look-up", Map.of()));
    }

    @Command(
            name = "settle",
            mixinStandardHelpOptions = true,
            description = "Settles a call by the vendor's bill: with --charge it was bought, without it was not.")
    int settle(
            @Parameters(paramLabel = "CALL", description = "its id") String id,
            @Option(names = "--charge", description = "what the bill has, such as 0.04") @Nullable BigDecimal charge,
            @Option(names = "--currency", description = "in which it was reserved", defaultValue = "USD")
                    String currency,
            @Option(names = "--note", description = "for those who read the ledger later") @Nullable String note,
            @Mixin DataOption at) {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("bought", charge != null);
        if (charge != null) {
            verdict.put("charge", money(charge, currency));
        }
        put(verdict, "note", note);
        return ended(at.running().post("/calls/" + NodeClient.encode(id) + "/reconcile", verdict));
    }

    private static int ended(JsonNode call) {
        System.out.println(call.path("note").asText() + ", charged "
                + call.path("charged").path("text").asText("nothing"));
        return 0;
    }

    private static Map<String, String> money(BigDecimal amount, String currency) {
        return Map.of("amount", amount.toPlainString(), "currency", currency.toUpperCase(Locale.ROOT));
    }

    private static void put(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /** What a budget is about. */
    private static String scope(JsonNode budget) {
        String account = budget.path("account").asText();
        String named = Stream.of(
                        named("project ", budget.path("projectId").asText()),
                        named("person ", budget.path("personId").asText()),
                        named("", budget.path("plugin").asText() + (account.isEmpty() ? "" : "/" + account)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "everything" : named;
    }

    private static String named(String kind, String name) {
        return name.isEmpty() ? "" : kind + name;
    }

    private static String left(JsonNode budget) {
        BigDecimal left =
                amount(budget, "limit").subtract(amount(budget, "spent")).subtract(amount(budget, "reserved"));
        return left.stripTrailingZeros().toPlainString() + " "
                + budget.path("limit").path("currency").asText();
    }

    private static BigDecimal amount(JsonNode budget, String name) {
        return new BigDecimal(budget.path(name).path("amount").asText("0"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
