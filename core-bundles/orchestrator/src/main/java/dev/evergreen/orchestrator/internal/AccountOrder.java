package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People's order of preference among accounts, looked up every few seconds. Thread-safe. */
final class AccountOrder {
    private static final Logger LOG = LoggerFactory.getLogger(AccountOrder.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ProviderAccountRepository repository;
    private final Clock clock;
    private List<ProviderAccount> accounts = List.of();
    private Instant readAt = Instant.EPOCH;

    AccountOrder(ProviderAccountRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Lower is preferred; accounts nobody has put in order come last. */
    int position(String plugin, String account) {
        return accounts().stream()
                .filter(one -> matches(one, plugin, account))
                .mapToInt(ProviderAccount::position)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether somebody has switched the account off; without account, whether every account of the plugin is off. */
    boolean enabled(String plugin, String account) {
        List<ProviderAccount> known =
                accounts().stream().filter(one -> matches(one, plugin, account)).toList();
        return known.isEmpty() || known.stream().anyMatch(ProviderAccount::enabled);
    }

    private static boolean matches(ProviderAccount one, String plugin, String account) {
        return one.pluginId().equals(plugin) && (account.isEmpty() || one.name().equals(account));
    }

    private synchronized List<ProviderAccount> accounts() {
        Instant now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now)) {
            readAt = now;
            try {
                accounts = repository.list();
            } catch (RuntimeException e) {
                LOG.warn("The order of accounts cannot be read; the last known one is used", e);
            }
        }
        return accounts;
    }
}
