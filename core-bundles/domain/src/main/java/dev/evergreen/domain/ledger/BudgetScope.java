package dev.evergreen.domain.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * What a budget is about. A call falls under it when everything that is given here is true of the call, so that an empty scope is
 * about everything that this installation buys, and a project with a person about what that person has made for that project.
 *
 * @param personId who started the work
 * @param plugin the provider's plugin id
 * @param account the name of one account of that plugin; not without a plugin
 */
public record BudgetScope(
        Optional<UUID> projectId, Optional<UUID> personId, Optional<String> plugin, Optional<String> account) {
    /** Everything. */
    public static final BudgetScope INSTALLATION =
            new BudgetScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public BudgetScope {
        if (account.isPresent() && plugin.isEmpty()) {
            throw new IllegalArgumentException("The account '" + account.get()
                    + "' needs its plugin: accounts of different plugins may share a name");
        }
    }

    public static BudgetScope project(UUID projectId) {
        return new BudgetScope(Optional.of(projectId), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static BudgetScope person(UUID personId) {
        return new BudgetScope(Optional.empty(), Optional.of(personId), Optional.empty(), Optional.empty());
    }

    public static BudgetScope account(String plugin, String account) {
        return new BudgetScope(Optional.empty(), Optional.empty(), Optional.of(plugin), Optional.of(account));
    }

    /** For people: {@code the project's budget}, {@code the person's budget at painter/main}. */
    public String words() {
        String at = plugin.map(
                        name -> " at " + name + account.map(own -> "/" + own).orElse(""))
                .orElse("");
        if (personId.isPresent()) {
            return "the person's budget" + (projectId.isPresent() ? " in the project" : "") + at;
        }
        if (projectId.isPresent()) {
            return "the project's budget" + at;
        }
        return at.isEmpty() ? "the installation's budget" : "the budget" + at;
    }
}
