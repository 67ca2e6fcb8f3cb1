package dev.evergreen.persistence.internal.connection;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.DatabaseServer;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.persistence.internal.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database beside the start of the other bundles and publishes its services once the schema is current:
 * {@link DataSource}, {@link Transactions} and, for the repositories of this bundle, {@link Database}. A server that does not
 * answer is asked again; a wrong configuration waits for a better one.
 */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='javax.sql.DataSource,dev.evergreen.domain.storage.Transactions,"
                + "dev.evergreen.persistence.internal.Database,"
                + "dev.evergreen.persistence.internal.connection.OpenDatabase'")
@Component(
        immediate = true,
        service = {},
        configurationPid = "dev.evergreen.database")
@Designate(ocd = DatabaseConfiguration.class)
public final class DatabaseConnector {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnector.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final BundleContext context;
    private final DatabaseConfiguration configuration;
    private final @Nullable DatabaseServer embedded;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Thread opener;
    private @Nullable OpenDatabase database;

    @Activate
    public DatabaseConnector(
            BundleContext context,
            DatabaseConfiguration configuration,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    DatabaseServer embedded) {
        this.context = context;
        this.configuration = configuration;
        this.embedded = embedded;
        this.opener = new Thread(this::open, "evergreen-database");
        opener.setDaemon(true);
        opener.start();
    }

    /** Withdraws the services first, so that nobody uses a closed pool. */
    @Deactivate
    void close() throws InterruptedException {
        stopped.countDown();
        opener.interrupt();
        opener.join(STOP_LIMIT.toMillis());
        OpenDatabase open;
        synchronized (this) {
            registrations.forEach(ServiceRegistration::unregister);
            registrations.clear();
            open = database;
            database = null;
        }
        if (open != null) {
            open.close();
        }
        deregisterDriver();
    }

    private void open() {
        Duration pause = FIRST_PAUSE;
        try {
            DatabaseSettings settings = DatabaseSettings.of(configuration, System::getenv);
            while (stopped.getCount() > 0) {
                try {
                    Optional<DatabaseEndpoint> endpoint = endpoint(settings);
                    if (endpoint.isPresent()) {
                        publish(OpenDatabase.open(endpoint.get(), settings.poolSize()));
                    }
                    return;
                } catch (StorageException e) {
                    if (!mayMend(e) || stopped.getCount() == 0) {
                        throw e;
                    }
                    LOG.warn("{}; trying again in {} s", e.getMessage(), pause.toSeconds());
                    LOG.debug("Why the database cannot be opened", e);
                }
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("Stopped while opening the database", e);
        } catch (StorageException e) {
            if (stopped.getCount() > 0) {
                LOG.error("The node has no database: {}", e.getMessage());
                LOG.debug("Why the node has no database", e);
            }
        } catch (RuntimeException e) {
            LOG.error("The node has no database", e);
        }
    }

    /** A server can come back and room be made; a wrong configuration stays wrong until it is changed, which starts us anew. */
    private static boolean mayMend(StorageException failure) {
        return failure.kind() == StorageException.Kind.UNAVAILABLE || failure.kind() == StorageException.Kind.FULL;
    }

    /** Empty when nothing is configured and there is no embedded server yet; its arrival makes a new component. */
    private Optional<DatabaseEndpoint> endpoint(DatabaseSettings settings) {
        if (settings.endpoint().isPresent()) {
            return settings.endpoint();
        }
        if (embedded == null) {
            LOG.debug("No database is configured; waiting for the embedded one");
            return Optional.empty();
        }
        return Optional.of(embedded.start());
    }

    private synchronized void publish(OpenDatabase open) {
        if (stopped.getCount() == 0) {
            open.close();
            return;
        }
        database = open;
        Hashtable<String, Object> main = new Hashtable<>();
        main.put(Transactions.DATA_SOURCE_PROPERTY, Transactions.MAIN_DATA_SOURCE);
        registrations.add(context.registerService(OpenDatabase.class, open, null));
        registrations.add(context.registerService(Database.class, open.database(), null));
        registrations.add(context.registerService(Transactions.class, open.transactions(), null));
        registrations.add(context.registerService(DataSource.class, open.dataSource(), main));
    }

    /** The driver announces itself to the whole process when it is loaded, which would keep this bundle's classes for ever. */
    private static void deregisterDriver() {
        try {
            if (Driver.isRegistered()) {
                Driver.deregister();
            }
        } catch (SQLException e) {
            LOG.warn("The database driver could not be withdrawn", e);
        }
    }
}
