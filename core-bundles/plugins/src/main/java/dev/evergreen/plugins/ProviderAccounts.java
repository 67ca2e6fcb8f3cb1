package dev.evergreen.plugins;

import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.spi.provider.Health;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts at vendors: each becomes one configuration of its provider plugin, on every node. */
@ProviderType
public interface ProviderAccounts {
    /** By order of preference. */
    List<ProviderAccount> list();

    /**
     * Adds or changes an account. Values that the plugin's schema marks {@code writeOnly} are moved to the secret store; the
     * answer holds references only.
     *
     * @throws dev.evergreen.domain.ProblemException INVALID with one problem per setting that the schema refuses
     */
    ProviderAccount put(ProviderAccount account);

    /**
     * As {@link #put}, of what the account is at that moment, so that changes of different properties do not undo each other.
     *
     * @throws dev.evergreen.domain.ProblemException also NOT_FOUND when there is no such account
     */
    ProviderAccount change(UUID id, UnaryOperator<ProviderAccount> change);

    void remove(UUID id);

    /** Asks the provider's free probe. */
    Health test(UUID id);
}
