package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People's order of preference among accounts, looked up every few seconds. Thread-safe. */
final class AccountOrder {
    private static final Logger LOG = LoggerFactory.getLogger(AccountOrder.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ProviderAccountRepository repository;
    private final Clock clock;
    private Known known = new Known(Map.of());
    private Instant readAt = Instant.EPOCH;

    AccountOrder(ProviderAccountRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The accounts of each plugin as they were read. */
    record Known(Map<String, List<ProviderAccount>> plugins) {
        /** Lower is preferred; accounts nobody has put in order come last. */
        int position(String plugin, String account) {
            int position = Integer.MAX_VALUE;
            for (ProviderAccount one : plugins.getOrDefault(plugin, List.of())) {
                if (account.isEmpty() || one.name().equals(account)) {
                    position = Math.min(position, one.position());
                }
            }
            return position;
        }

        /** Whether somebody has switched the account off; without account, whether every account of the plugin is off. */
        boolean enabled(String plugin, String account) {
            boolean off = false;
            for (ProviderAccount one : plugins.getOrDefault(plugin, List.of())) {
                if (account.isEmpty() || one.name().equals(account)) {
                    if (one.enabled()) {
                        return true;
                    }
                    off = true;
                }
            }
            return !off;
        }
    }

    synchronized Known now() {
        Instant now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now)) {
            readAt = now;
            try {
                Map<String, List<ProviderAccount>> plugins = new HashMap<>();
                repository
                        .list()
                        .forEach(account -> plugins.computeIfAbsent(account.pluginId(), plugin -> new ArrayList<>())
                                .add(account));
                known = new Known(plugins);
            } catch (RuntimeException e) {
                LOG.warn("The order of accounts cannot be read; the last known one is used", e);
            }
        }
        return known;
    }
}
