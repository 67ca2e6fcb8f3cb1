package dev.evergreen.api.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.spending.Reconciliation;
import dev.evergreen.spending.Spending;
import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Budgets in memory, and one call that may have been bought. */
final class FakeSpending implements Spending, Reconciliation {
    static final UUID CALL = UUID.fromString("00000000-0000-4000-8000-00000000ca11");

    final List<Budget> budgets = new ArrayList<>();
    boolean vendorAnswers;
    final List<SpendQuestion> questions = new ArrayList<>();
    ProviderCall call = unknownCall();

    static ProviderCall unknownCall() {
        return call(ProviderCall.State.UNKNOWN, Optional.empty(), "the node died while sending");
    }

    private static ProviderCall call(ProviderCall.State state, Optional<Money> charged, String note) {
        return new ProviderCall(
                CALL,
                Optional.of(UUID.fromString("00000000-0000-4000-8000-000000000002")),
                Optional.of(Samples.OWNER.id()),
                Optional.empty(),
                "request-1",
                "ImageGenerator",
                "painter",
                "main",
                "oil",
                state,
                Money.usd("0.05"),
                charged,
                "",
                note,
                Samples.NOW,
                Samples.NOW,
                Samples.NOW);
    }

    @Override
    public List<Budget> budgets(Person person) {
        return List.copyOf(budgets);
    }

    @Override
    public Budget limit(Person person, BudgetScope scope, Budget.Period period, Money limit) {
        Budget budget = new Budget(UUID.randomUUID(), scope, period, limit, Money.usd("0.05"), Money.free());
        budgets.add(budget);
        return budget;
    }

    @Override
    public void removeBudget(Person person, UUID budgetId) {
        if (!budgets.removeIf(budget -> budget.id().equals(budgetId))) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "budget", "There is no budget " + budgetId + ".");
        }
    }

    @Override
    public List<SpendLine> spent(Person person, SpendQuestion question) {
        questions.add(question);
        return List.of(new SpendLine("painter", "painter", Money.usd("1.25"), 31));
    }

    @Override
    public List<FilmSpend> films(Person person) {
        return List.of(new FilmSpend(
                UUID.fromString("00000000-0000-4000-8000-000000000002"),
                "Tide Pools",
                Duration.ofSeconds(90),
                Money.usd("1.25")));
    }

    @Override
    public List<ProviderCall> unknown(Person person) {
        return call.state() == ProviderCall.State.UNKNOWN ? List.of(call) : List.of();
    }

    @Override
    public boolean canLookUp(ProviderCall asked) {
        return true;
    }

    @Override
    public ProviderCall lookUp(Person person, UUID callId) {
        if (!callId.equals(CALL)) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "call", "Call " + callId + " is none of those.");
        }
        if (!vendorAnswers) {
            throw new ProblemException(Problem.Kind.CONFLICT, "call", "Its vendor cannot tell now.");
        }
        call = call(ProviderCall.State.RELEASED, Optional.of(Money.free()), "not bought, says painter");
        return call;
    }

    @Override
    public ProviderCall settle(Person person, UUID callId, Optional<Money> charge, String note) {
        if (!callId.equals(CALL)) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "call", "There is no provider call " + callId + ".");
        }
        if (call.state() != ProviderCall.State.UNKNOWN) {
            throw new ProblemException(Problem.Kind.CONFLICT, "call", "Its outcome is known.");
        }
        call = call(
                charge.isPresent() ? ProviderCall.State.SETTLED : ProviderCall.State.RELEASED,
                Optional.of(charge.orElse(Money.free())),
                note);
        return call;
    }
}
