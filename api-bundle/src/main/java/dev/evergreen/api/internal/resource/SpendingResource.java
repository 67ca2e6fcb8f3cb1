package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.BudgetView;
import dev.evergreen.api.internal.view.CallView;
import dev.evergreen.api.internal.view.RoutingView;
import dev.evergreen.api.internal.view.SpendView;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.spending.Reconciliation;
import dev.evergreen.spending.Spending;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Budgets, calls that may have been bought, and what was spent. */
public final class SpendingResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/budgets", this::budgets);
        routes.put("/budgets", this::limit);
        routes.delete("/budgets/{budgetId}", this::removeBudget);
        routes.get("/spend", this::spent);
        routes.get("/spend/films", this::films);
        routes.get("/calls/unknown", this::unknown);
        routes.post("/calls/{callId}/look-up", this::lookUp);
        routes.post("/calls/{callId}/reconcile", this::reconcile);
    }

    private void budgets(Exchange exchange) {
        exchange.ok(exchange.part(Spending.class).budgets(exchange.person()).stream()
                .map(BudgetView::of)
                .toList());
    }

    private void limit(Exchange exchange) throws IOException {
        Limit asked = exchange.body("BudgetLimit", Limit.class);
        if (asked.account.isPresent() && asked.plugin.isEmpty()) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "plugin",
                    "plugin is missing; accounts of different plugins may share the name '" + asked.account.get()
                            + "'.");
        }
        Budget budget = exchange.part(Spending.class)
                .limit(
                        exchange.person(),
                        new BudgetScope(asked.projectId, asked.personId, asked.plugin, asked.account),
                        Budget.Period.valueOf(asked.period.toUpperCase(Locale.ROOT)),
                        asked.limit.money("limit"));
        exchange.ok(BudgetView.of(budget));
    }

    private void removeBudget(Exchange exchange) {
        exchange.part(Spending.class).removeBudget(exchange.person(), exchange.id("budgetId"));
        exchange.nothing();
    }

    private void spent(Exchange exchange) {
        SpendQuestion question = new SpendQuestion(
                by(exchange.query("by").orElse("provider")),
                exchange.queryId("project"),
                day(exchange, "from"),
                // The last day counts as a whole.
                day(exchange, "to")
                        .map(start -> start.atOffset(ZoneOffset.UTC).plusDays(1).toInstant()));
        exchange.ok(exchange.part(Spending.class).spent(exchange.person(), question).stream()
                .map(SpendView::of)
                .toList());
    }

    private void films(Exchange exchange) {
        exchange.ok(exchange.part(Spending.class).films(exchange.person()).stream()
                .map(SpendView.Film::of)
                .toList());
    }

    private void unknown(Exchange exchange) {
        Reconciliation reconciliation = exchange.part(Reconciliation.class);
        exchange.ok(reconciliation.unknown(exchange.person()).stream()
                .map(call -> CallView.open(call, reconciliation.canLookUp(call)))
                .toList());
    }

    private void lookUp(Exchange exchange) {
        exchange.ok(CallView.of(exchange.part(Reconciliation.class).lookUp(exchange.person(), exchange.id("callId"))));
    }

    private void reconcile(Exchange exchange) throws IOException {
        Verdict verdict = exchange.body("Reconciliation", Verdict.class);
        if (verdict.bought != verdict.charge.isPresent()) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "charge",
                    verdict.bought
                            ? "charge is missing; say what the vendor's bill has for this call."
                            : "charge is given, but the call was not bought; leave it out.");
        }
        exchange.ok(CallView.of(exchange.part(Reconciliation.class)
                .settle(
                        exchange.person(),
                        exchange.id("callId"),
                        verdict.charge.map(amount -> amount.money("charge")),
                        verdict.note.orElse(""))));
    }

    private static SpendQuestion.By by(String word) {
        for (SpendQuestion.By by : SpendQuestion.By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(word)) {
                return by;
            }
        }
        throw new ProblemException(
                Problem.Kind.INVALID,
                "by",
                "by is '" + word + "', which is not one of provider, account, project, person, day.");
    }

    private static Optional<Instant> day(Exchange exchange, String name) {
        Optional<String> given = exchange.query(name);
        try {
            return given.map(
                    text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            name,
                            name + " is '" + given.orElse("") + "'; give a day such as 2026-11-30.")),
                    e);
        }
    }

    private record Limit(
            Optional<UUID> projectId,
            Optional<UUID> personId,
            Optional<String> plugin,
            Optional<String> account,
            String period,
            RoutingView.Price limit) {}

    private record Verdict(boolean bought, Optional<RoutingView.Price> charge, Optional<String> note) {}
}
