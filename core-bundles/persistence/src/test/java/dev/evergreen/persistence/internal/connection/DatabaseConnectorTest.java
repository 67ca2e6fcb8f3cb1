package dev.evergreen.persistence.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

final class DatabaseConnectorTest {
    private static final DatabaseConfiguration EMBEDDED = new Configured("", "", 4);

    private final Registry registry = new Registry();

    @AfterEach
    void announceTheDriverAgainForOtherTests() {
        OpenDatabase.open(TestDatabase.endpoint(), 4).close();
    }

    @Test
    void publishesItsServicesOnceTheSchemaIsCurrentAndWithdrawsThem() throws Exception {
        for (int start = 1; start <= 2; start++) {
            DatabaseConnector connector = new DatabaseConnector(registry.context(), EMBEDDED, TestDatabase::endpoint);
            registry.await(4);
            assertEquals(
                    Set.of(
                            OpenDatabase.class.getName(),
                            Database.class.getName(),
                            Transactions.class.getName(),
                            DataSource.class.getName()),
                    registry.services.keySet());
            assertEquals("main", registry.properties.get("evergreen.datasource"));
            DataSource dataSource = (DataSource) registry.services.get(DataSource.class.getName());
            assertNotNull(dataSource);
            try (Connection connection = dataSource.getConnection()) {
                assertTrue(connection.isValid(10), "start " + start);
            }

            connector.close();

            assertEquals(Map.of(), registry.services);
            assertThrows(SQLException.class, dataSource::getConnection, "the pool is closed");
        }
    }

    @Test
    void asksAServerAgainThatDoesNotAnswerYet() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        DatabaseConnector connector = new DatabaseConnector(registry.context(), EMBEDDED, () -> {
            if (calls.incrementAndGet() == 1) {
                throw new StorageException(StorageException.Kind.UNAVAILABLE, "not yet");
            }
            return TestDatabase.endpoint();
        });
        registry.await(4);
        assertEquals(2, calls.get());
        connector.close();
    }

    @Test
    void doesNotAskForEverWhenTheConfigurationIsWrong() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        DatabaseConnector connector = new DatabaseConnector(registry.context(), EMBEDDED, () -> {
            asked.countDown();
            throw new StorageException(StorageException.Kind.MISCONFIGURED, "of another version");
        });
        assertTrue(asked.await(20, TimeUnit.SECONDS), "it asked");
        connector.close();
        assertEquals(Map.of(), registry.services);
    }

    @Test
    void neverStartsTheEmbeddedServerWhenAnotherIsConfigured() throws Exception {
        var endpoint = TestDatabase.endpoint();
        String url = endpoint.url() + "?password=" + endpoint.password();
        DatabaseConnector connector = new DatabaseConnector(registry.context(), new Configured(url, "", 4), () -> {
            throw new AssertionError("the embedded server was asked");
        });
        registry.await(4);
        connector.close();
    }

    @Test
    void stopsWhileItStillStarts() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        DatabaseConnector connector = new DatabaseConnector(registry.context(), EMBEDDED, () -> {
            starting.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StorageException(StorageException.Kind.UNAVAILABLE, "interrupted", e);
            }
            return TestDatabase.endpoint();
        });
        assertTrue(starting.await(20, TimeUnit.SECONDS), "it started");
        connector.close();
        assertEquals(Map.of(), registry.services);
    }

    /** The part of a service registry that is used here. */
    private static final class Registry {
        private final Map<String, Object> services = new ConcurrentHashMap<>();
        private final Map<String, Object> properties = new ConcurrentHashMap<>();
        private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();

        BundleContext context() {
            return fake(BundleContext.class, (method, arguments) -> {
                assertEquals("registerService", method);
                String name = ((Class<?>) arguments[0]).getName();
                services.put(name, arguments[1]);
                if (arguments[2] instanceof Dictionary<?, ?> given) {
                    given.keys()
                            .asIterator()
                            .forEachRemaining(key -> properties.put(String.valueOf(key), given.get(key)));
                }
                registered.add(name);
                return fake(ServiceRegistration.class, (called, none) -> {
                    services.remove(name);
                    return null;
                });
            });
        }

        void await(int count) throws InterruptedException {
            for (int i = 0; i < count; i++) {
                assertNotNull(registered.poll(30, TimeUnit.SECONDS), "service " + (i + 1) + " of " + count);
            }
        }

        private interface Call {
            Object answer(String method, Object[] arguments);
        }

        private static <T> T fake(Class<T> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> call.answer(method.getName(), arguments)));
        }
    }
}
