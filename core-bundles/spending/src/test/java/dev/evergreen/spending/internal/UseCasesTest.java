package dev.evergreen.spending.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetRepository;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.ledger.SpendRepository;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Purchase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what with money, and what is refused. */
final class UseCasesTest {
    private static final Person OWNER = new Person(new UUID(0, 1), "owner@example.org", "Ada");
    private static final Person GUEST = new Person(new UUID(0, 2), "guest@example.org", "");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final Access access = new Gate(asked);
    private final Kept kept = new Kept();
    private final SpendingComponent spending =
            new SpendingComponent(access, kept, kept, new NoProjects(), new People());
    private final Bills bills = new Bills();
    private final LookupDesk desk = new LookupDesk(bills, Duration.ofMinutes(5), Clock.fixed(NOON, ZoneOffset.UTC));
    private final ReconciliationComponent reconciliation = new ReconciliationComponent(access, bills, desk);

    @Test
    void aBudgetIsSetByTheOperator() {
        Budget stored = spending.limit(
                OWNER, BudgetScope.person(OWNER.id()), Budget.Period.MONTH, new Money(BigDecimal.TEN, euro()));
        assertEquals(List.of(stored), spending.budgets(OWNER));
        assertEquals(euro(), stored.spent().currency());
        spending.removeBudget(OWNER, stored.id());
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> spending.removeBudget(OWNER, stored.id())));
        assertTrue(asked.contains("OPERATE -"), asked::toString);
    }

    @Test
    void nobodyElseMayTouchMoney() {
        UUID id = new UUID(0, 9);
        List<Runnable> all = List.of(
                () -> spending.budgets(GUEST),
                () -> spending.limit(GUEST, BudgetScope.INSTALLATION, Budget.Period.DAY, Money.usd("1")),
                () -> spending.removeBudget(GUEST, id),
                () -> spending.films(GUEST),
                () -> reconciliation.unknown(GUEST),
                () -> reconciliation.lookUp(GUEST, id),
                () -> reconciliation.settle(GUEST, id, Optional.empty(), ""));
        all.forEach(one -> assertEquals(Problem.Kind.FORBIDDEN, kind(one)));
        assertEquals(List.of(), kept.budgets);
    }

    @Test
    void whatABudgetNamesMustExist() {
        UUID nobody = new UUID(0, 7);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                kind(() -> spending.limit(OWNER, BudgetScope.person(nobody), Budget.Period.DAY, Money.usd("1"))));
        assertEquals(
                Problem.Kind.NOT_FOUND,
                kind(() -> spending.limit(OWNER, BudgetScope.project(nobody), Budget.Period.DAY, Money.usd("1"))));
        assertEquals(
                Problem.Kind.INVALID,
                kind(() -> spending.limit(OWNER, BudgetScope.INSTALLATION, Budget.Period.DAY, Money.usd("-1"))));
        assertEquals(List.of(), kept.budgets);
    }

    @Test
    void aProjectsSpendIsForThoseWhoSeeTheProject() {
        UUID project = new UUID(0, 7);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                kind(() -> spending.spent(
                        OWNER,
                        new SpendQuestion(
                                SpendQuestion.By.DAY, Optional.of(project), Optional.empty(), Optional.empty()))));
        assertTrue(asked.contains("VIEW " + project), asked::toString);
    }

    @Test
    void aPersonSettlesACallByTheBill() {
        ProviderCall settled = reconciliation.settle(OWNER, bills.call.id(), Optional.of(Money.usd("0.04")), " May ");
        assertEquals("bought, says Ada: May", settled.error());
        bills.note = "";
        reconciliation.settle(OWNER, bills.call.id(), Optional.empty(), "");
        assertEquals("not bought, says Ada", bills.note);
    }

    @Test
    void aChargeThatCannotBeMeantIsRefused() {
        UUID id = bills.call.id();
        assertEquals(
                Problem.Kind.INVALID, kind(() -> reconciliation.settle(OWNER, id, Optional.of(Money.usd("-1")), "")));
        assertEquals(
                Problem.Kind.INVALID,
                kind(() -> reconciliation.settle(OWNER, id, Optional.of(new Money(BigDecimal.ONE, euro())), "")));
        assertEquals("", bills.note);
    }

    private static Currency euro() {
        return Currency.getInstance("EUR");
    }

    private static Problem.Kind kind(Runnable refused) {
        return assertThrows(ProblemException.class, refused::run).kind();
    }

    private record Gate(List<String> asked) implements Access {
        @Override
        public void require(Person person, Action action, Optional<UUID> project) {
            asked.add(action + " " + project.map(UUID::toString).orElse("-"));
            if (!person.equals(OWNER)) {
                throw new ProblemException(Problem.Kind.FORBIDDEN, "", "Only the owner may.");
            }
        }

        @Override
        public Person localOwner() {
            return OWNER;
        }
    }

    private static final class Kept implements BudgetRepository, SpendRepository {
        final List<Budget> budgets = new ArrayList<>();

        @Override
        public List<Budget> list() {
            return List.copyOf(budgets);
        }

        @Override
        public Budget put(Budget budget) {
            budgets.add(budget);
            return budget;
        }

        @Override
        public boolean remove(UUID id) {
            return budgets.removeIf(budget -> budget.id().equals(id));
        }

        @Override
        public List<SpendLine> spend(SpendQuestion question) {
            return List.of();
        }

        @Override
        public List<FilmSpend> films() {
            return List.of();
        }
    }

    @Test
    void aVendorIsAskedForAPersonWhoWaits() {
        UUID id = bills.call.id();
        assertFalse(reconciliation.canLookUp(bills.call), "its plugin cannot tell");
        ProblemException away = assertThrows(ProblemException.class, () -> reconciliation.lookUp(OWNER, id));
        assertEquals(Problem.Kind.CONFLICT, away.kind());
        assertTrue(String.valueOf(away.getMessage()).contains("painter/main"), away.getMessage());
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> reconciliation.lookUp(OWNER, new UUID(0, 9))));

        List<Purchase> answers = new ArrayList<>(
                List.of(new Purchase.Unclear("the bill is not made"), new Purchase.Bought(Money.usd("0.04"))));
        desk.addLookup(
                (call, timeout) -> answers.remove(0),
                Map.of(ProviderProperties.PLUGIN_ID, "painter", ProviderProperties.ACCOUNT, "main"));
        assertTrue(reconciliation.canLookUp(bills.call));
        ProblemException unclear = assertThrows(ProblemException.class, () -> reconciliation.lookUp(OWNER, id));
        assertTrue(String.valueOf(unclear.getMessage()).contains("the bill is not made"), unclear.getMessage());
        assertEquals("", bills.note, "nothing was booked");

        reconciliation.lookUp(OWNER, id);
        assertEquals("bought, says painter", bills.note);
    }

    @Test
    void aPluginThatFailsIsNamedToThePersonWhoWaits() {
        desk.addLookup(
                (call, timeout) -> {
                    throw new IllegalStateException("a mistake in the plugin");
                },
                Map.of(ProviderProperties.PLUGIN_ID, "painter", ProviderProperties.ACCOUNT, "main"));
        ProblemException failed =
                assertThrows(ProblemException.class, () -> reconciliation.lookUp(OWNER, bills.call.id()));
        assertTrue(String.valueOf(failed.getMessage()).contains("a mistake in the plugin"), failed.getMessage());
    }

    private static final class People implements PersonRepository {
        @Override
        public Optional<Person> find(UUID id) {
            return id.equals(OWNER.id()) ? Optional.of(OWNER) : Optional.empty();
        }

        @Override
        public Optional<Person> findByEmail(String email) {
            return Optional.empty();
        }

        @Override
        public Person addIfAbsent(Person person) {
            return person;
        }
    }

    private static final class Bills implements CallRecovery {
        final ProviderCall call = call("");
        String note = "";

        private static ProviderCall call(String said) {
            return new ProviderCall(
                    new UUID(0, 3),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "request-1",
                    "ImageGenerator",
                    "painter",
                    "main",
                    "oil",
                    ProviderCall.State.UNKNOWN,
                    Money.usd("0.05"),
                    Optional.empty(),
                    "",
                    said,
                    NOON,
                    NOON,
                    NOON);
        }

        @Override
        public Expired expire(Duration grace) {
            return new Expired(0, 0);
        }

        @Override
        public List<ProviderCall> unknown() {
            return List.of(call);
        }

        @Override
        public ProviderCall reconcile(UUID callId, Optional<Money> charge, String said) {
            note = said;
            return call(said);
        }
    }

    private static final class NoProjects implements ProjectRepository {
        @Override
        public void add(Project project) {
            throw new AssertionError("money makes no projects");
        }

        @Override
        public Optional<Project> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Page<Project> list(UUID ownerId, PageRequest page) {
            return new Page<>(List.of(), Optional.empty(), 0);
        }

        @Override
        public Project update(Project project) {
            throw new AssertionError("money changes no projects");
        }

        @Override
        public boolean remove(UUID id) {
            return false;
        }
    }
}
