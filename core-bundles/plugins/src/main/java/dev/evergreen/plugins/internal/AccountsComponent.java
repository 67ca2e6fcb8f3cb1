package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.plugin.ProviderAccountRepository;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.ProviderAccounts;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ProviderProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one factory configuration for each enabled account; the accounts' table is what counts, on every node. */
@Component(immediate = true)
public final class AccountsComponent implements ProviderAccounts {
    private static final String CHANGED = "accounts:changed";
    private static final String ACCOUNT_ID = "evergreen.account.id";
    private static final Duration PROBE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(AccountsComponent.class);

    private final ProviderAccountRepository accounts;
    private final SecretStore secrets;
    private final ConfigurationAdmin configurations;
    private final EventBus events;
    private final BundleContext context;
    private final DescribedBundles bundles;
    private final Clock clock = Clock.systemUTC();
    private final List<EventBus.Subscription> changes;

    @Activate
    public AccountsComponent(
            @Reference ProviderAccountRepository accounts,
            @Reference SecretStore secrets,
            @Reference ConfigurationAdmin configurations,
            @Reference EventBus events,
            BundleContext context) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.configurations = configurations;
        this.events = events;
        this.context = context;
        this.bundles = new DescribedBundles(context);
        converge();
        // An account may have waited for its plugin.
        this.changes = List.of(
                events.subscribe(CHANGED, event -> converge()),
                events.subscribe(EventBus.GAP, event -> converge()),
                events.subscribe(PluginSetComponent.CHANGED, event -> converge()));
    }

    /** What was installed starts with the plugin set, often after this; accounts of it have waited for its descriptors. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void pluginsStarted(PluginSet plugins) {
        converge();
    }

    @Deactivate
    void close() {
        changes.forEach(EventBus.Subscription::close);
    }

    @Override
    public List<ProviderAccount> list() {
        return accounts.list();
    }

    @Override
    public synchronized ProviderAccount put(ProviderAccount account) {
        Descriptor descriptor = descriptor(account.pluginId());
        if (descriptor.configuration().isEmpty()) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "pluginId",
                    "The provider " + account.pluginId() + " needs no account; it is there already.");
        }
        if (account.name().isBlank()) {
            throw new ProblemException(Problem.Kind.INVALID, "name", "The account has no name; give it one.");
        }
        accounts.list().stream()
                .filter(other -> !other.id().equals(account.id()))
                .filter(other -> other.pluginId().equals(account.pluginId())
                        && other.name().equals(account.name()))
                .findAny()
                .ifPresent(other -> {
                    throw new ProblemException(
                            Problem.Kind.CONFLICT,
                            "name",
                            "There is an account '" + account.name() + "' of " + account.pluginId() + " already.");
                });
        AccountSettings.check(account.settings(), descriptor.parameters());
        ProviderAccount stored = new ProviderAccount(
                account.id(),
                account.pluginId(),
                account.name(),
                account.enabled(),
                account.position(),
                AccountSettings.withoutSecrets(account.settings(), descriptor.parameters(), secrets),
                clock.instant());
        accounts.put(stored);
        converge();
        announce(stored.id());
        return stored;
    }

    @Override
    public synchronized ProviderAccount change(UUID id, UnaryOperator<ProviderAccount> change) {
        return put(change.apply(find(id)));
    }

    @Override
    public synchronized void remove(UUID id) {
        ProviderAccount account = find(id);
        accounts.remove(id);
        AccountSettings.properties(account.settings()).elements().asIterator().forEachRemaining(value -> {
            if (value instanceof String text && text.startsWith("secret:")) {
                secrets.remove(text);
            }
        });
        converge();
        announce(id);
    }

    @Override
    public Health test(UUID id) {
        ProviderAccount account = find(id);
        String filter =
                "(&(" + ProviderProperties.PLUGIN_ID + "=" + account.pluginId() + ")(" + ACCOUNT_ID + "=" + id + "))";
        try {
            Optional<ServiceReference<HealthProbe>> probe =
                    context.getServiceReferences(HealthProbe.class, filter).stream()
                            .findFirst();
            if (probe.isEmpty()) {
                return new Health(
                        Health.State.DOWN,
                        account.enabled()
                                ? "The provider did not start with these settings; see the node's log."
                                : "The account is disabled.");
            }
            try {
                return context.getService(probe.get()).probe(PROBE);
            } finally {
                context.ungetService(probe.get());
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("filter " + filter, e);
        }
    }

    /** Makes the configurations equal to the table. */
    private synchronized void converge() {
        try {
            Map<UUID, Configuration> there = configured();
            for (ProviderAccount account : accounts.list()) {
                Optional<String> pid = findDescriptor(account.pluginId()).flatMap(Descriptor::configuration);
                Configuration configuration = there.get(account.id());
                if (account.enabled() && pid.isPresent()) {
                    there.remove(account.id());
                    Configuration target = configuration != null
                            ? configuration
                            : configurations.createFactoryConfiguration(pid.get(), "?");
                    target.updateIfDifferent(properties(account));
                }
            }
            for (Configuration gone : there.values()) {
                gone.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store the provider accounts' configuration", e);
        }
    }

    private static Dictionary<String, Object> properties(ProviderAccount account) {
        Dictionary<String, Object> properties = AccountSettings.properties(account.settings());
        properties.put(ProviderProperties.ACCOUNT, account.name());
        properties.put(ACCOUNT_ID, account.id().toString());
        return properties;
    }

    private Map<UUID, Configuration> configured() throws IOException {
        Map<UUID, Configuration> found = new java.util.HashMap<>();
        try {
            Configuration[] all = configurations.listConfigurations("(" + ACCOUNT_ID + "=*)");
            for (Configuration configuration : all == null ? new Configuration[0] : all) {
                found.put(
                        UUID.fromString(
                                String.valueOf(configuration.getProperties().get(ACCOUNT_ID))),
                        configuration);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter", e);
        }
        return found;
    }

    private Descriptor descriptor(String pluginId) {
        return findDescriptor(pluginId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.INVALID,
                        "pluginId",
                        "There is no provider plugin '" + pluginId + "'; install it first."));
    }

    private Optional<Descriptor> findDescriptor(String pluginId) {
        List<Descriptor> found = new ArrayList<>();
        bundles.all().forEach(bundle -> found.addAll(bundles.descriptors(bundle)));
        return found.stream()
                .filter(descriptor -> descriptor.id().equals(pluginId))
                .findFirst();
    }

    private ProviderAccount find(UUID id) {
        return accounts.find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "account", "There is no provider account " + id + "."));
    }

    private void announce(UUID id) {
        LOG.info("provider account {} changed", id);
        events.publish(new Event(CHANGED, id.toString(), Map.of("accountId", id.toString()), clock.instant()));
    }
}
