package dev.evergreen.spending.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetRepository;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.ledger.SpendRepository;
import dev.evergreen.spi.Money;
import dev.evergreen.telemetry.internal.PrometheusMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MoneyFiguresTest {
    private final PrometheusMetrics metrics = new PrometheusMetrics();

    @Test
    void operatorsSeeWhatWasChargedAndWhatIsLeft() {
        Books books = new Books();
        MoneyFigures figures = new MoneyFigures(books, books, books, metrics);
        awaitShown("evergreen_spending_charged{currency=\"USD\",plugin=\"painter\"} 1.25");
        awaitShown("evergreen_spending_unknown_calls 0.0");
        String labels = "{currency=\"USD\",period=\"month\",scope=\"plugin:painter/main\"} ";
        awaitShown("evergreen_budget_limit" + labels + "50.0");
        awaitShown("evergreen_budget_spent" + labels + "12.5");
        awaitShown("evergreen_budget_reserved" + labels + "0.25");
        awaitShown("evergreen_budget_left" + labels + "37.25");
        awaitShown("evergreen_budget_left{currency=\"USD\",period=\"total\",scope=\"everything\"} -1.0");
        figures.stop();
        assertFalse(metrics.scrape().contains("evergreen_budget"), metrics::scrape);
    }

    private void awaitShown(String line) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (metrics.scrape().lines().noneMatch(line::equals)) {
            assertTrue(System.nanoTime() < until, () -> line + " is not among\n" + metrics.scrape());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static final class Books implements BudgetRepository, SpendRepository, CallRecovery {
        @Override
        public List<Budget> list() {
            return List.of(
                    budget(BudgetScope.account("painter", "main"), Budget.Period.MONTH, "50", "0.25", "12.5"),
                    budget(BudgetScope.INSTALLATION, Budget.Period.TOTAL, "1", "0", "2"));
        }

        private static Budget budget(
                BudgetScope scope, Budget.Period period, String limit, String reserved, String spent) {
            return new Budget(
                    UUID.randomUUID(), scope, period, Money.usd(limit), Money.usd(reserved), Money.usd(spent));
        }

        @Override
        public List<SpendLine> spend(SpendQuestion question) {
            return List.of(new SpendLine("painter", "painter", Money.usd("1.25"), 31));
        }

        @Override
        public List<ProviderCall> unknown() {
            return List.of();
        }

        @Override
        public List<FilmSpend> films() {
            throw new AssertionError("films are no figures");
        }

        @Override
        public Budget put(Budget budget) {
            throw new AssertionError("figures set no budgets");
        }

        @Override
        public boolean remove(UUID id) {
            throw new AssertionError("figures remove no budgets");
        }

        @Override
        public Expired expire(Duration grace) {
            throw new AssertionError("figures end no calls");
        }

        @Override
        public ProviderCall reconcile(UUID callId, Optional<Money> charge, String note) {
            throw new AssertionError("figures settle no calls");
        }
    }
}
