package dev.evergreen.persistence.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.domain.project.Project;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import dev.evergreen.persistence.internal.projects.JdbiProjectRepository;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallLedgerTest {
    private final Database database = TestDatabase.open().database();
    private final JdbiCallLedger ledger = new JdbiCallLedger(database);
    private final JdbiBudgetRepository budgets = new JdbiBudgetRepository(database);
    private final Project project = Samples.storedProject();

    @AfterEach
    void removeBudgets() {
        budgets.list().forEach(budget -> budgets.remove(budget.id()));
    }

    @Test
    void aCallIsKeptFromItsIntentToItsEnd() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        assertEquals(List.of(intent), ledger.list(intent.correlationId()));
        assertTrue(openIds().contains(intent.id()));

        ledger.progress(intent.id(), ProviderCall.State.SENT, "");
        ledger.progress(intent.id(), ProviderCall.State.PENDING, "{\"task\": \"t-1\"}");
        ProviderCall pending = stored(intent);
        assertEquals(ProviderCall.State.PENDING, pending.state());
        assertEquals("{\"task\": \"t-1\"}", pending.checkpoint());

        ledger.settle(intent.id(), ProviderCall.State.SETTLED, Money.usd("0.07"), "");
        ProviderCall settled = stored(intent);
        assertEquals(ProviderCall.State.SETTLED, settled.state());
        assertEquals(Optional.of(Money.usd("0.07")), settled.charged());
        assertEquals(List.of("reserve 0.100000 USD", "settle 0.070000 USD", "release 0.030000 USD"), lines(intent));
        assertTrue(!openIds().contains(intent.id()));
    }

    @Test
    void endingTwiceChargesOnce() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ledger.settle(intent.id(), ProviderCall.State.SETTLED, Money.usd("0.10"), "");
        ledger.settle(intent.id(), ProviderCall.State.SETTLED, Money.usd("0.10"), "");
        ledger.settle(intent.id(), ProviderCall.State.RELEASED, Money.free(), "late");
        assertEquals(List.of("reserve 0.100000 USD", "settle 0.100000 USD"), lines(intent));
        ProblemException late =
                assertThrows(ProblemException.class, () -> ledger.progress(intent.id(), ProviderCall.State.SENT, ""));
        assertEquals(Problem.Kind.CONFLICT, late.kind());
    }

    @Test
    void aFailureThatCostNothingGivesEverythingBack() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ledger.settle(intent.id(), ProviderCall.State.RELEASED, Money.free(), "refused");
        assertEquals("refused", stored(intent).error());
        assertEquals(List.of("reserve 0.100000 USD", "release 0.100000 USD"), lines(intent));
    }

    @Test
    void aFailureMayCostSomething() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ledger.settle(intent.id(), ProviderCall.State.RELEASED, Money.usd("0.02"), "half done");
        assertEquals(List.of("reserve 0.100000 USD", "settle 0.020000 USD", "release 0.080000 USD"), lines(intent));
    }

    @Test
    void anUnknownOutcomeKeepsItsReservationUntilReconciled() {
        Budget budget = budgets.put(budget(Optional.of(project.id()), "1.00"));
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ledger.settle(intent.id(), ProviderCall.State.UNKNOWN, Money.free(), "the node died while sending");
        assertEquals(ProviderCall.State.UNKNOWN, stored(intent).state());
        assertEquals(Optional.empty(), stored(intent).charged());
        assertEquals(Money.usd("0.10"), stored(budget).reserved());

        ledger.settle(intent.id(), ProviderCall.State.SETTLED, Money.usd("0.09"), "");
        assertEquals(List.of("reserve 0.100000 USD", "reconcile 0.090000 USD", "release 0.010000 USD"), lines(intent));
        assertEquals(Money.free(), stored(budget).reserved());
        assertEquals(Money.usd("0.09"), stored(budget).spent());
    }

    @Test
    void aChargeAboveTheCeilingIsBookedInFull() {
        Budget budget = budgets.put(budget(Optional.of(project.id()), "1.00"));
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ledger.settle(intent.id(), ProviderCall.State.SETTLED, Money.usd("0.25"), "");
        assertEquals(List.of("reserve 0.100000 USD", "settle 0.250000 USD"), lines(intent));
        assertEquals(Money.usd("0.25"), stored(budget).spent());
    }

    @Test
    void aBudgetIsAHardCap() {
        budgets.put(budget(Optional.empty(), "5.00"));
        Budget budget = budgets.put(budget(Optional.of(project.id()), "0.25"));
        ledger.reserve(intent("0.10"));
        ledger.reserve(intent("0.15"));
        ProviderCall tooMuch = intent("0.000001");
        ProblemException exhausted = assertThrows(ProblemException.class, () -> ledger.reserve(tooMuch));
        assertEquals(Problem.Kind.EXHAUSTED, exhausted.kind());
        assertTrue(
                exhausted.getMessage().contains("the project's budget (total) of 0.25 USD, 0 spent and 0.25 reserved"),
                exhausted.getMessage());
        assertEquals(List.of(), ledger.list(tooMuch.correlationId()), "nothing is stored");
        assertEquals(Money.usd("0.25"), stored(budget).reserved());
        ledger.reserve(intent("0"));
        budgets.put(budget(Optional.of(project.id()), "0.30"));
        ledger.reserve(tooMuch);
    }

    @Test
    void theInstallationsBudgetHoldsForEveryProject() {
        Budget whole = budgets.put(budget(Optional.empty(), "0.10"));
        ledger.reserve(intent("0.06"));
        ProviderCall elsewhere = call(Optional.of(Samples.storedProject().id()), Money.usd("0.05"));
        assertThrows(ProblemException.class, () -> ledger.reserve(elsewhere));
        assertEquals(Money.usd("0.06"), stored(whole).reserved());
    }

    @Test
    void aBudgetInAnotherCurrencyIsNotBypassed() {
        budgets.put(budget(Optional.of(project.id()), "100.00"));
        Money euros = new Money(new BigDecimal("0.01"), Currency.getInstance("EUR"));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> ledger.reserve(call(Optional.of(project.id()), euros)));
        assertEquals(Problem.Kind.EXHAUSTED, refused.kind());
    }

    @Test
    void concurrentCallsNeverPassABudget() throws Exception {
        Budget whole = budgets.put(budget(Optional.empty(), "10.00"));
        Budget own = budgets.put(budget(Optional.of(project.id()), "1.00"));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ProviderCall call = intent("0.03");
                calls.add(() -> {
                    try {
                        ledger.reserve(call);
                        return true;
                    } catch (ProblemException e) {
                        assertEquals(Problem.Kind.EXHAUSTED, e.kind());
                        return false;
                    }
                });
            }
            int reserved = 0;
            for (Future<Boolean> done : pool.invokeAll(calls)) {
                reserved += done.get() ? 1 : 0;
            }
            assertEquals(33, reserved, "0.99 of 1.00");
        } finally {
            pool.shutdownNow();
        }
        assertEquals(Money.usd("0.99"), stored(own).reserved());
        assertEquals(Money.usd("0.99"), stored(whole).reserved());
    }

    @Test
    void aPeriodBeginsAnew() {
        Budget daily = budgets.put(new Budget(
                Samples.id(),
                BudgetScope.project(project.id()),
                Budget.Period.DAY,
                Money.usd("0.10"),
                Money.free(),
                Money.free()));
        ProviderCall first = intent("0.10");
        ledger.reserve(first);
        ledger.settle(first.id(), ProviderCall.State.SETTLED, Money.usd("0.10"), "");
        assertThrows(ProblemException.class, () -> ledger.reserve(intent("0.10")));
        database.with(handle -> handle.createUpdate(
                        "UPDATE budgets SET period_start = period_start - interval '25 hours' WHERE id = :id")
                .bind("id", daily.id())
                .execute());
        assertEquals(Money.free(), stored(daily).spent());
        ledger.reserve(intent("0.10"));
        assertThrows(ProblemException.class, () -> ledger.reserve(intent("0.01")));
    }

    @Test
    void theLedgerOutlivesTheProject() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ledger.settle(intent.id(), ProviderCall.State.SETTLED, Money.usd("0.10"), "");
        assertTrue(new JdbiProjectRepository(database).remove(project.id()));
        assertEquals(Optional.empty(), stored(intent).projectId());
        assertEquals(List.of("reserve 0.100000 USD", "settle 0.100000 USD"), lines(intent));
        assertEquals(
                project.id(),
                database.with(handle -> handle.createQuery(
                                "SELECT DISTINCT project_id FROM ledger_entries WHERE call_id = :id")
                        .bind("id", intent.id())
                        .mapTo(UUID.class)
                        .one()));
    }

    @Test
    void linesCannotBeChangedOrRemoved() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        for (String statement : List.of(
                "UPDATE ledger_entries SET amount = 0",
                "DELETE FROM ledger_entries",
                "TRUNCATE ledger_entries",
                "UPDATE audit_log SET action = ''",
                "DELETE FROM audit_log")) {
            ProblemException refused = assertThrows(
                    ProblemException.class, () -> database.with(handle -> handle.execute(statement)), statement);
            assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
        }
        assertThrows(
                ProblemException.class,
                () -> database.with(handle -> handle.execute("DELETE FROM provider_calls WHERE id = ?", intent.id())));
        assertEquals(List.of("reserve 0.100000 USD"), lines(intent));
    }

    @Test
    void theSameIntentIsNotStoredTwice() {
        ProviderCall intent = intent("0.10");
        ledger.reserve(intent);
        ProblemException twice = assertThrows(ProblemException.class, () -> ledger.reserve(intent));
        assertEquals(Problem.Kind.CONFLICT, twice.kind());
        assertEquals(List.of("reserve 0.100000 USD"), lines(intent));
    }

    @Test
    void resultsAreFoundUntilTheyExpire() {
        JdbiResultCache cache = new JdbiResultCache(database);
        String key = "test-" + Samples.id();
        Instant tomorrow = Instant.parse("2999-01-01T00:00:00Z");
        ResultCache.Entry entry = new ResultCache.Entry("{\"b\": 1,  \"a\": 2}", "plugin", "offer", tomorrow);
        assertEquals(Optional.empty(), cache.find(key));
        cache.put(key, entry, Optional.empty());
        assertEquals(Optional.of(entry), cache.find(key), "the very text");
        ResultCache.Entry newer = new ResultCache.Entry("{}", "other", "offer", tomorrow);
        cache.put(key, newer, Optional.empty());
        assertEquals(Optional.of(newer), cache.find(key));
        cache.put(key, new ResultCache.Entry("{}", "p", "o", Instant.parse("2000-01-01T00:00:00Z")), Optional.empty());
        assertEquals(Optional.empty(), cache.find(key));
        cache.put(key + "-next", entry, Optional.empty());
        int left = database.with(handle -> handle.createQuery("SELECT count(*) FROM result_cache WHERE key = :key")
                .bind("key", key)
                .mapTo(Integer.class)
                .one());
        assertEquals(0, left, "what has expired goes");
    }

    @Test
    void ofPromptsThatAreAlikeTheNearestAnswersWithinItsScope() {
        JdbiResultCache cache = new JdbiResultCache(database);
        String scope = "scope-" + Samples.id();
        Instant tomorrow = Instant.parse("2999-01-01T00:00:00Z");
        String asked = "a calm beach at dawn, waves roll in slowly under a pale sky";
        Map.of(
                        "near", "a calm beach at dawn, waves roll in slowly under a pale pink sky",
                        "far", "a crowded market in the rain, umbrellas everywhere")
                .forEach((name, words) -> cache.put(
                        name + scope,
                        new ResultCache.Entry("{}", name, "offer", tomorrow),
                        Optional.of(new ResultCache.Prompt(scope, words, "prompt of " + name))));
        cache.put("plain" + scope, new ResultCache.Entry("{}", "plain", "offer", tomorrow), Optional.empty());
        ResultCache.Prompt prompt = new ResultCache.Prompt(scope, asked, asked);

        ResultCache.Similar similar = cache.findSimilar(prompt, 0.8).orElseThrow();

        assertEquals("near", similar.entry().plugin());
        assertEquals("prompt of near", similar.text());
        assertTrue(similar.alikeness() > 0.8 && similar.alikeness() < 1, similar::toString);
        assertEquals(Optional.empty(), cache.findSimilar(prompt, 0.99), "not alike enough");
        assertEquals(
                Optional.empty(),
                cache.findSimilar(new ResultCache.Prompt("other", asked, asked), 0.1),
                "another size or style");
        cache.put(
                "near" + scope,
                new ResultCache.Entry("{}", "near", "offer", Instant.parse("2000-01-01T00:00:00Z")),
                Optional.of(new ResultCache.Prompt(scope, asked, asked)));
        assertEquals(Optional.empty(), cache.findSimilar(prompt, 0.8), "what has expired answers nobody");
    }

    private ProviderCall intent(String ceiling) {
        return call(Optional.of(project.id()), Money.usd(ceiling));
    }

    private static ProviderCall call(Optional<UUID> project, Money ceiling) {
        UUID id = Samples.id();
        return new ProviderCall(
                id,
                project,
                Optional.empty(),
                Optional.empty(),
                "correlation-" + id,
                "ImageGenerator",
                "dev.example.painter",
                "",
                "standard",
                ProviderCall.State.INTENT,
                ceiling,
                Optional.empty(),
                "",
                "",
                Instant.parse("2999-01-01T00:00:00Z"),
                Samples.NOON,
                Samples.NOON);
    }

    private static Budget budget(Optional<UUID> project, String limit) {
        BudgetScope scope = project.map(BudgetScope::project).orElse(BudgetScope.INSTALLATION);
        return new Budget(Samples.id(), scope, Budget.Period.TOTAL, Money.usd(limit), Money.free(), Money.free());
    }

    private ProviderCall stored(ProviderCall call) {
        return ledger.list(call.correlationId()).get(0);
    }

    private Budget stored(Budget budget) {
        return budgets.list().stream()
                .filter(found -> found.id().equals(budget.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> openIds() {
        return ledger.open().stream().map(ProviderCall::id).toList();
    }

    private List<String> lines(ProviderCall call) {
        return database.with(handle -> handle.createQuery("SELECT kind || ' ' || amount || ' ' || currency"
                        + " FROM ledger_entries WHERE call_id = :id ORDER BY position")
                .bind("id", call.id())
                .mapTo(String.class)
                .list());
    }
}
