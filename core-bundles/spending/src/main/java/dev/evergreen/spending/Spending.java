package dev.evergreen.spending;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.spi.Money;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Budgets, and what was spent. Budgets are for who operates the node; what one project spent may be seen by who may see the project.
 * Methods throw {@link dev.evergreen.domain.ProblemException} when the person may not do that or what is named does not exist.
 */
@ProviderType
public interface Spending {
    /** The widest first. */
    List<Budget> budgets(Person person);

    /** Sets the limit of the scope's budget for that period and currency, and adds the budget where there is none. */
    Budget limit(Person person, BudgetScope scope, Budget.Period period, Money limit);

    /** Removes a cap; what calls have reserved in other budgets stays reserved. */
    void removeBudget(Person person, UUID budgetId);

    /** By key and currency; the sums are exact. */
    List<SpendLine> spent(Person person, SpendQuestion question);

    /** What finished films have cost, dearest minute first within each currency. */
    List<FilmSpend> films(Person person);
}
