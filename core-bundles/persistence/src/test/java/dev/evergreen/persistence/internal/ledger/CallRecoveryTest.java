package dev.evergreen.persistence.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.JobDraft;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.CallRecovery.Expired;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ProviderCall.State;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiJobStore;
import dev.evergreen.spi.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallRecoveryTest {
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Expired NOTHING = new Expired(0, 0);

    private final Database database = TestDatabase.open().database();
    private final JdbiCallLedger ledger = new JdbiCallLedger(database);
    private final JdbiCallRecovery recovery = new JdbiCallRecovery(database);
    private final JdbiBudgetRepository budgets = new JdbiBudgetRepository(database);
    private final UUID project = Samples.storedProject().id();
    private final Calls calls = Calls.of(project);

    @BeforeEach
    @AfterEach
    void endWhatOthersLeft() {
        database.with(handle -> handle.execute(
                "UPDATE provider_calls SET state = 'released' WHERE state NOT IN ('settled', 'released')"));
        database.with(handle -> handle.execute("DELETE FROM budget_reservations"));
        budgets.list().forEach(budget -> budgets.remove(budget.id()));
    }

    @Test
    void whatWasNeverSentGivesItsReservationBackOnce() {
        Budget budget = budgets.put(new Budget(
                Samples.id(),
                BudgetScope.project(project),
                Budget.Period.TOTAL,
                Money.usd("1"),
                Money.free(),
                Money.free()));
        ProviderCall intent = overdue("0.40");
        ledger.reserve(intent);
        assertEquals(Money.usd("0.40"), budgets.list().get(0).reserved());

        assertEquals(new Expired(1, 0), recovery.expire(GRACE));
        assertEquals(NOTHING, recovery.expire(GRACE));

        assertEquals(State.RELEASED, stored(intent).state());
        assertEquals(List.of("reserve 0.4 USD", "release 0.4 USD"), Calls.lines(database, intent));
        assertEquals(Money.free(), budgets.list().get(0).reserved());
        assertEquals(budget.id(), budgets.list().get(0).id());
        ProblemException late = assertThrows(
                ProblemException.class, () -> ledger.progress(intent.id(), State.SENT, ""), "it is not sent any more");
        assertEquals(Problem.Kind.CONFLICT, late.kind());
    }

    @Test
    void whatWasSentKeepsItsReservationUntilItIsReconciled() {
        ProviderCall sent = overdue("0.40");
        ledger.reserve(sent);
        ledger.progress(sent.id(), State.SENT, "");

        assertEquals(new Expired(0, 1), recovery.expire(GRACE));
        assertEquals(NOTHING, recovery.expire(GRACE));

        assertEquals(
                List.of(sent.id()),
                recovery.unknown().stream().map(ProviderCall::id).toList());
        ProviderCall settled = recovery.reconcile(sent.id(), Optional.of(Money.usd("0.37")), "bill of May");
        assertEquals(State.SETTLED, settled.state());
        assertEquals("bill of May", settled.error());
        assertEquals(List.of("reserve 0.4 USD", "reconcile 0.37 USD", "release 0.03 USD"), Calls.lines(database, sent));
        assertEquals(List.of(), recovery.unknown());
    }

    @Test
    void whatWasNotBoughtIsReconciledWithZero() {
        ProviderCall sent = overdue("0.40");
        ledger.reserve(sent);
        ledger.settle(sent.id(), State.UNKNOWN, Money.free(), "no answer");
        ProviderCall released = recovery.reconcile(sent.id(), Optional.empty(), "not on the bill");
        assertEquals(State.RELEASED, released.state());
        assertEquals(List.of("reserve 0.4 USD", "reconcile 0 USD", "release 0.4 USD"), Calls.lines(database, sent));
        ProblemException again = assertThrows(
                ProblemException.class, () -> recovery.reconcile(sent.id(), Optional.of(Money.usd("0.1")), ""));
        assertEquals(Problem.Kind.CONFLICT, again.kind());
        ProblemException none =
                assertThrows(ProblemException.class, () -> recovery.reconcile(Samples.id(), Optional.empty(), ""));
        assertEquals(Problem.Kind.NOT_FOUND, none.kind());
    }

    @Test
    void aFreeCallIsReleasedEvenIfItWasSent() {
        ProviderCall sent = overdue("0");
        ledger.reserve(sent);
        ledger.progress(sent.id(), State.SENT, "");
        assertEquals(new Expired(1, 0), recovery.expire(GRACE));
    }

    @Test
    void whatMayStillEndByItselfIsLeftAlone() {
        ledger.reserve(calls.upTo("0.10"));
        ledger.reserve(calls.upTo(Money.usd("0.10"), Instant.now().minusSeconds(20)));
        assertEquals(NOTHING, recovery.expire(GRACE));
        assertEquals(new Expired(1, 0), recovery.expire(Duration.ofSeconds(5)));
    }

    @Test
    void aTaskIsLeftToItsJobUntilTheJobHasEnded() {
        UUID job = job();
        ProviderCall task = calls.forJob(job).upTo(Money.usd("0.40"), Calls.LONG_AGO);
        ledger.reserve(task);
        ledger.progress(task.id(), State.PENDING, "{}");
        assertEquals(NOTHING, recovery.expire(GRACE));
        database.with(handle -> handle.execute("UPDATE generation_jobs SET status = 'cancelled' WHERE id = ?", job));
        assertEquals(new Expired(0, 1), recovery.expire(GRACE));

        ProviderCall orphan = overdue("0.10");
        ledger.reserve(orphan);
        ledger.progress(orphan.id(), State.PENDING, "{}");
        assertEquals(new Expired(0, 1), recovery.expire(GRACE));
    }

    @Test
    void whatADeadJobLeftIsNotHeldUntilTheDeadline() {
        UUID job = job();
        ProviderCall intent = calls.forJob(job).upTo("0.20");
        ledger.reserve(intent);
        ProviderCall sent = calls.forJob(job).upTo("0.30");
        ledger.reserve(sent);
        ledger.progress(sent.id(), State.SENT, "");
        assertEquals(NOTHING, recovery.expire(GRACE));
        database.with(handle -> handle.execute(
                "UPDATE generation_jobs SET status = 'dead', completed_at = now() - interval '10 seconds' WHERE id = ?",
                job));
        assertEquals(NOTHING, recovery.expire(GRACE));
        assertEquals(new Expired(1, 1), recovery.expire(Duration.ofSeconds(5)));
        assertEquals(State.RELEASED, stored(intent).state());
        assertEquals(State.UNKNOWN, stored(sent).state());
    }

    @Test
    void manyNodesEndEachCallOnce() throws Exception {
        List<ProviderCall> overdue = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ProviderCall call = overdue("0.10");
            ledger.reserve(call);
            if (i % 2 == 0) {
                ledger.progress(call.id(), State.SENT, "");
            }
            overdue.add(call);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        int released = 0;
        int unknown = 0;
        try {
            Callable<Expired> node = () -> recovery.expire(GRACE);
            for (Future<Expired> visit : nodes.invokeAll(List.of(node, node, node, node))) {
                released += visit.get().released();
                unknown += visit.get().unknown();
            }
        } finally {
            nodes.shutdownNow();
        }
        Expired rest = recovery.expire(GRACE);
        assertEquals(30, released + rest.released());
        assertEquals(30, unknown + rest.unknown());
        for (ProviderCall call : overdue) {
            assertEquals(
                    1 + (stored(call).state() == State.RELEASED ? 1 : 0),
                    Calls.lines(database, call).size());
            assertFalse(stored(call).error().isEmpty());
        }
        assertTrue(overdue.stream().allMatch(call -> stored(call).state() != State.INTENT));
    }

    private UUID job() {
        UUID id = Samples.id();
        new JdbiJobStore(database)
                .insert(List.of(new JobDraft(
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        Queue.GENERATION,
                        "paint",
                        "Paint",
                        0,
                        "{}",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        5,
                        1,
                        "test")));
        return id;
    }

    private ProviderCall overdue(String ceiling) {
        return calls.upTo(Money.usd(ceiling), Calls.LONG_AGO);
    }

    private ProviderCall stored(ProviderCall call) {
        return ledger.list(call.correlationId()).get(0);
    }
}
