package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.AccountView;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.plugins.ProviderAccounts;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Accounts at vendors, for the node's operator. */
public final class AccountsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/accounts", this::list);
        routes.post("/accounts", this::create);
        routes.post("/accounts/order", this::order);
        routes.get("/accounts/{accountId}", exchange -> exchange.ok(AccountView.of(account(exchange))));
        routes.put("/accounts/{accountId}", this::update);
        routes.delete("/accounts/{accountId}", this::delete);
        routes.post("/accounts/{accountId}/test", this::test);
    }

    private void list(Exchange exchange) {
        exchange.ok(views(accounts(exchange)));
    }

    private void create(Exchange exchange) throws IOException {
        ProviderAccounts accounts = accounts(exchange);
        NewAccount asked = exchange.body("NewAccount", NewAccount.class);
        List<ProviderAccount> known = accounts.list();
        if (known.stream()
                .anyMatch(other ->
                        other.pluginId().equals(asked.plugin) && other.name().equals(asked.name))) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "name",
                    "The plugin " + asked.plugin + " has an account named '" + asked.name
                            + "' already; change that one, or choose another name.");
        }
        int last = known.stream().mapToInt(ProviderAccount::position).max().orElse(-1);
        ProviderAccount wanted = new ProviderAccount(
                UUID.randomUUID(),
                asked.plugin,
                asked.name,
                asked.enabled.orElse(true),
                last + 1,
                Json.write(asked.settings.orElse(Map.of())),
                exchange.clock().instant());
        ProviderAccount stored = worded(() -> accounts.put(wanted));
        exchange.created(Links.account(stored.id()), AccountView.of(stored));
    }

    private void update(Exchange exchange) throws IOException {
        UUID id = account(exchange).id();
        AccountChange asked = exchange.body("AccountChange", AccountChange.class);
        ProviderAccount changed = worded(() -> accounts(exchange)
                .change(
                        id,
                        stored -> new ProviderAccount(
                                stored.id(),
                                stored.pluginId(),
                                asked.name.orElse(stored.name()),
                                asked.enabled.orElse(stored.enabled()),
                                stored.position(),
                                asked.settings.map(Json::write).orElse(stored.settings()),
                                exchange.clock().instant())));
        exchange.ok(AccountView.of(changed));
    }

    private void order(Exchange exchange) throws IOException {
        ProviderAccounts accounts = accounts(exchange);
        List<UUID> wanted = exchange.body("AccountOrder", Order.class).ids;
        Map<UUID, Integer> known = new HashMap<>();
        accounts.list().forEach(account -> known.put(account.id(), account.position()));
        Set<UUID> named = new HashSet<>(wanted);
        if (!named.equals(known.keySet())) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "ids",
                    "The order names " + named.size() + " accounts, but there are " + known.size()
                            + "; name each of them once.");
        }
        for (int i = 0; i < wanted.size(); i++) {
            int position = i;
            if (!Integer.valueOf(position).equals(known.get(wanted.get(i)))) {
                accounts.change(wanted.get(i), account -> at(account, position, exchange));
            }
        }
        exchange.ok(views(accounts));
    }

    private static ProviderAccount at(ProviderAccount account, int position, Exchange exchange) {
        return new ProviderAccount(
                account.id(),
                account.pluginId(),
                account.name(),
                account.enabled(),
                position,
                account.settings(),
                exchange.clock().instant());
    }

    private void delete(Exchange exchange) {
        accounts(exchange).remove(account(exchange).id());
        exchange.nothing();
    }

    private void test(Exchange exchange) {
        exchange.ok(accounts(exchange).test(account(exchange).id()));
    }

    private static List<AccountView> views(ProviderAccounts accounts) {
        return accounts.list().stream().map(AccountView::of).toList();
    }

    private static ProviderAccount account(Exchange exchange) {
        UUID id = exchange.id("accountId");
        return accounts(exchange).list().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "accountId",
                        "There is no account " + id + "; list the accounts to find the one you mean."));
    }

    /** Puts problems under the names that this API has for fields. */
    private static ProviderAccount worded(Supplier<ProviderAccount> change) {
        try {
            return change.get();
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problems().stream()
                            .map(problem -> problem.field().equals("pluginId")
                                    ? new Problem(problem.kind(), "plugin", problem.message())
                                    : problem)
                            .toList(),
                    e);
        }
    }

    private static ProviderAccounts accounts(Exchange exchange) {
        exchange.require(Action.OPERATE, Optional.empty());
        return exchange.part(ProviderAccounts.class);
    }

    private record NewAccount(
            String plugin, String name, Optional<Boolean> enabled, Optional<Map<String, Object>> settings) {}

    private record AccountChange(
            Optional<String> name, Optional<Boolean> enabled, Optional<Map<String, Object>> settings) {}

    private record Order(List<UUID> ids) {}
}
