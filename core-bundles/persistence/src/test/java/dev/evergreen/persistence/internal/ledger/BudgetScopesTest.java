package dev.evergreen.persistence.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import dev.evergreen.spi.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BudgetScopesTest {
    private final Database database = TestDatabase.open().database();
    private final JdbiCallLedger ledger = new JdbiCallLedger(database);
    private final JdbiBudgetRepository budgets = new JdbiBudgetRepository(database);
    private final UUID project = Samples.storedProject().id();
    private final UUID person = Samples.person().id();
    private final Calls calls = Calls.of(project);

    @AfterEach
    void removeBudgets() {
        budgets.list().forEach(budget -> budgets.remove(budget.id()));
    }

    @Test
    void aPersonsBudgetIsAboutWhatThatPersonStarted() {
        Budget budget = limit(BudgetScope.person(person), "0.10");
        ledger.reserve(calls.by(person).upTo("0.10"));
        ledger.reserve(calls.upTo("5"));
        ledger.reserve(calls.by(Samples.person().id()).upTo("5"));
        refused(calls.by(person).upTo("0.01"), "the person's budget (total) of 0.1 USD, 0 spent and 0.1 reserved");
        assertEquals(Money.usd("0.10"), stored(budget).reserved());
    }

    @Test
    void anAccountsBudgetIsAboutThatAccountOnly() {
        limit(BudgetScope.account("painter", "main"), "0.10");
        ledger.reserve(calls.upTo("0.10"));
        ledger.reserve(calls.at("painter", "second").upTo("5"));
        ledger.reserve(calls.at("narrator", "main").upTo("5"));
        refused(calls.upTo("0.01"), "the budget at painter/main (total)");
    }

    @Test
    void aPluginsBudgetIsAboutAllItsAccounts() {
        limit(new BudgetScope(Optional.empty(), Optional.empty(), Optional.of("painter"), Optional.empty()), "0.10");
        ledger.reserve(calls.at("painter", "second").upTo("0.10"));
        refused(calls.upTo("0.01"), "the budget at painter (total)");
        ledger.reserve(calls.at("narrator", "main").upTo("5"));
    }

    @Test
    void whatAScopeNamesMustAllBeTrue() {
        limit(new BudgetScope(Optional.of(project), Optional.of(person), Optional.empty(), Optional.empty()), "0.10");
        ledger.reserve(calls.upTo("5"));
        ledger.reserve(Calls.of(Samples.storedProject().id()).by(person).upTo("5"));
        refused(calls.by(person).upTo("0.11"), "the person's budget in the project (total)");
    }

    @Test
    void theRefusalNamesOnlyBudgetsWithoutRoom() {
        limit(BudgetScope.INSTALLATION, "100");
        limit(BudgetScope.project(project), "0.10");
        String message = refused(calls.upTo("0.11"), "the project's budget");
        assertTrue(!message.contains("installation"), message);
    }

    @Test
    void eachScopePeriodAndCurrencyHasOneBudget() {
        Budget first = limit(BudgetScope.account("painter", "main"), "1");
        Budget changed = limit(BudgetScope.account("painter", "main"), "2");
        assertEquals(first.id(), changed.id());
        assertEquals(Money.usd("2"), changed.limit());
        limit(BudgetScope.account("painter", "second"), "3");
        limit(BudgetScope.INSTALLATION, "4");
        assertEquals(
                List.of("the installation's budget", "the budget at painter/main", "the budget at painter/second"),
                budgets.list().stream().map(budget -> budget.scope().words()).toList());
    }

    @Test
    void anAccountWithoutPluginIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BudgetScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("main")));
    }

    /** Calls that share several budgets reserve and end at once: neither a limit is passed nor does one wait for another for ever. */
    @Test
    void callsUnderManyBudgetsNeverPassOneAndNeverDeadlock() throws Exception {
        Budget whole = limit(BudgetScope.INSTALLATION, "1.00");
        Budget own = limit(BudgetScope.project(project), "0.90");
        Budget theirs = limit(BudgetScope.person(person), "0.60");
        Budget account = limit(BudgetScope.account("painter", "main"), "0.80");
        ExecutorService pool = Executors.newFixedThreadPool(10);
        int served = 0;
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Calls kind = i % 2 == 0 ? calls.by(person) : calls.at("painter", i % 3 == 0 ? "main" : "second");
                work.add(() -> buy(kind.upTo("0.03")));
            }
            for (Future<Boolean> done : pool.invokeAll(work)) {
                served += done.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertTrue(served >= 25, "only " + served + " calls found room");
        for (Budget budget : List.of(whole, own, theirs, account)) {
            Budget now = stored(budget);
            assertEquals(Money.free(), now.reserved());
            assertTrue(now.spent().compareTo(now.limit()) <= 0, now::toString);
        }
        assertEquals(
                Money.usd("0.02").times(new java.math.BigDecimal(served)),
                stored(whole).spent());
    }

    private boolean buy(ProviderCall call) {
        try {
            ledger.reserve(call);
        } catch (ProblemException e) {
            assertEquals(Problem.Kind.EXHAUSTED, e.kind());
            return false;
        }
        ledger.settle(call.id(), ProviderCall.State.SETTLED, Money.usd("0.02"), "");
        return true;
    }

    private String refused(ProviderCall call, String reason) {
        ProblemException refused = assertThrows(ProblemException.class, () -> ledger.reserve(call));
        assertEquals(Problem.Kind.EXHAUSTED, refused.kind());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(reason), message);
        return message;
    }

    private Budget limit(BudgetScope scope, String dollars) {
        return budgets.put(
                new Budget(Samples.id(), scope, Budget.Period.TOTAL, Money.usd(dollars), Money.free(), Money.free()));
    }

    private Budget stored(Budget budget) {
        return budgets.list().stream()
                .filter(found -> found.id().equals(budget.id()))
                .findFirst()
                .orElseThrow();
    }
}
