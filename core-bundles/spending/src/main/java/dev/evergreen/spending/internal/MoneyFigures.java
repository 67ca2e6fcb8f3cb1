package dev.evergreen.spending.internal;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetRepository;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.ledger.SpendRepository;
import dev.evergreen.domain.telemetry.LookedUpGauges;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shows what was charged, how budgets stand and how many calls may have been bought, as all nodes see it. */
@Component(
        service = {},
        immediate = true)
public final class MoneyFigures {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final SpendQuestion EVER =
            new SpendQuestion(SpendQuestion.By.PROVIDER, Optional.empty(), Optional.empty(), Optional.empty());

    private final BudgetRepository budgets;
    private final SpendRepository spend;
    private final CallRecovery recovery;
    private final LookedUpGauges gauges;

    @Activate
    public MoneyFigures(
            @Reference BudgetRepository budgets,
            @Reference SpendRepository spend,
            @Reference CallRecovery recovery,
            @Reference Metrics metrics) {
        this.budgets = budgets;
        this.spend = spend;
        this.recovery = recovery;
        this.gauges = LookedUpGauges.start(metrics, "spending", EVERY, this::look);
    }

    @Deactivate
    void stop() {
        gauges.close();
    }

    private Map<Meter, Double> look() {
        Map<Meter, Double> found = new HashMap<>();
        for (SpendLine line : spend.spend(EVER)) {
            found.put(
                    new Meter(
                            "evergreen_spending_charged",
                            "What a plugin's vendor has charged since ever, by the ledger",
                            Map.of("plugin", line.key(), "currency", currency(line.spent()))),
                    line.spent().amount().doubleValue());
        }
        budgets.list().forEach(budget -> show(budget, found));
        found.put(
                Meter.of(
                        "evergreen_spending_unknown_calls",
                        "Calls that may have been bought and wait for somebody's word"),
                (double) recovery.unknown().size());
        return found;
    }

    private static void show(Budget budget, Map<Meter, Double> found) {
        BigDecimal used = budget.spent().amount().add(budget.reserved().amount());
        Map<String, BigDecimal> figures = Map.of(
                "limit", budget.limit().amount(),
                "spent", budget.spent().amount(),
                "reserved", budget.reserved().amount(),
                "left", budget.limit().amount().subtract(used));
        Map<String, String> labels = Map.of(
                "scope",
                scope(budget.scope()),
                "period",
                budget.period().name().toLowerCase(Locale.ROOT),
                "currency",
                currency(budget.limit()));
        figures.forEach((name, amount) -> found.put(
                new Meter("evergreen_budget_" + name, "Of a budget in its period that is running: " + name, labels),
                amount.doubleValue()));
    }

    /** {@code everything}, or what it names: {@code project:… person:… plugin:painter/main}. */
    private static String scope(BudgetScope scope) {
        String named = Stream.of(
                        scope.projectId().map(id -> "project:" + id),
                        scope.personId().map(id -> "person:" + id),
                        scope.plugin()
                                .map(plugin -> "plugin:" + plugin
                                        + scope.account()
                                                .map(account -> "/" + account)
                                                .orElse("")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return named.isEmpty() ? "everything" : named;
    }

    private static String currency(Money money) {
        return money.currency().getCurrencyCode();
    }
}
