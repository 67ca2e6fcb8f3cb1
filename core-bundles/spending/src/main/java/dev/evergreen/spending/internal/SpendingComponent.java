package dev.evergreen.spending.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetRepository;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.ledger.SpendRepository;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.spending.Spending;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks who asks and what is named, and leaves the sums to the database. */
@Component
public final class SpendingComponent implements Spending {
    private final Access access;
    private final BudgetRepository budgets;
    private final SpendRepository spend;
    private final ProjectRepository projects;
    private final PersonRepository people;

    @Activate
    public SpendingComponent(
            @Reference Access access,
            @Reference BudgetRepository budgets,
            @Reference SpendRepository spend,
            @Reference ProjectRepository projects,
            @Reference PersonRepository people) {
        this.access = access;
        this.budgets = budgets;
        this.spend = spend;
        this.projects = projects;
        this.people = people;
    }

    @Override
    public List<Budget> budgets(Person person) {
        access.require(person, Action.OPERATE, Optional.empty());
        return budgets.list();
    }

    @Override
    public Budget limit(Person person, BudgetScope scope, Budget.Period period, Money limit) {
        access.require(person, Action.OPERATE, Optional.empty());
        scope.projectId().ifPresent(this::requireProject);
        scope.personId().filter(id -> people.find(id).isEmpty()).ifPresent(id -> {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "person", "There is no person " + id + ".");
        });
        if (limit.amount().signum() < 0) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "limit",
                    "The limit is " + limit + "; give zero, which stops everything that costs, or more.");
        }
        Money nothing = new Money(BigDecimal.ZERO, limit.currency());
        return budgets.put(new Budget(UUID.randomUUID(), scope, period, limit, nothing, nothing));
    }

    @Override
    public void removeBudget(Person person, UUID budgetId) {
        access.require(person, Action.OPERATE, Optional.empty());
        if (!budgets.remove(budgetId)) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "budget", "There is no budget " + budgetId + ".");
        }
    }

    @Override
    public List<SpendLine> spent(Person person, SpendQuestion question) {
        access.require(person, question.projectId().isPresent() ? Action.VIEW : Action.OPERATE, question.projectId());
        question.projectId().ifPresent(this::requireProject);
        return spend.spend(question);
    }

    @Override
    public List<FilmSpend> films(Person person) {
        access.require(person, Action.OPERATE, Optional.empty());
        return spend.films();
    }

    private void requireProject(UUID id) {
        if (projects.find(id).isEmpty()) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "project", "There is no project " + id + ".");
        }
    }
}
