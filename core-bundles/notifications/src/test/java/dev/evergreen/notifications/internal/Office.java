package dev.evergreen.notifications.internal;

import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.jobs.internal.Backoff;
import dev.evergreen.jobs.internal.EngineSettings;
import dev.evergreen.jobs.internal.JobEngine;
import dev.evergreen.jobs.internal.JobNews;
import dev.evergreen.jobs.internal.JobService;
import dev.evergreen.persistence.embedded.internal.EmbeddedDatabaseServer;
import dev.evergreen.persistence.internal.access.JdbiPersonRepository;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiAnnouncements;
import dev.evergreen.persistence.internal.jobs.JdbiJobClaims;
import dev.evergreen.persistence.internal.jobs.JdbiJobSchedules;
import dev.evergreen.persistence.internal.jobs.JdbiJobStore;
import dev.evergreen.persistence.internal.node.NodeDataFolder;
import dev.evergreen.persistence.internal.notifications.JdbiNotificationAddressRepository;
import dev.evergreen.persistence.internal.plugins.SealedSecretStore;
import dev.evergreen.persistence.internal.projects.JdbiProjectRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** A node's jobs and notifications over a real database, put together by hand. */
final class Office implements AutoCloseable {
    static final SSLSocketFactory DEFAULT_TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final NodeDataFolder data;
    private final EmbeddedDatabaseServer server;
    private final OpenDatabase database;
    private final JobEngine engine;
    private final JdbiNotificationAddressRepository addresses;
    private final SealedSecretStore secrets;
    final JobService jobs;
    final Announcer announcer;
    final NotificationsComponent notifications;
    final WebhookHandler webhooks;
    final Person person;
    final UUID project = UUID.randomUUID();

    Office(Path folder, Outlets outlets) {
        data = new NodeDataFolder(folder, 0);
        server = new EmbeddedDatabaseServer(data);
        database = OpenDatabase.open(server.start(), 12);
        JobNews news = new JobNews(new SilentBus(), database.transactions());
        jobs = new JobService(new JdbiJobStore(database.database()), news, 5);
        engine = new JobEngine(
                new JdbiJobClaims(database.database()),
                jobs,
                database.transactions(),
                "office",
                news,
                new SilentBus(),
                new JdbiJobSchedules(database.database()),
                new EngineSettings(
                        Map.of(Queue.NOTIFICATIONS, 2, Queue.EXPORT, 2),
                        new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)),
                        Duration.ofSeconds(60),
                        3,
                        3,
                        Duration.ZERO,
                        Duration.ofDays(90),
                        Map.of()));
        UUID id = UUID.randomUUID();
        person = new JdbiPersonRepository(database.database()).addIfAbsent(new Person(id, "ada@example.org", "Ada"));
        new JdbiProjectRepository(database.database())
                .add(new Project(project, person.id(), "Kite", "", "draft", "{}", 1, NOW, NOW));
        addresses = new JdbiNotificationAddressRepository(database.database());
        secrets = new SealedSecretStore(database.database(), data);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        notifications = new NotificationsComponent(
                new Owner(person), addresses, secrets, database.transactions(), jobs, outlets, clock);
        webhooks = new WebhookHandler(addresses, secrets, outlets, clock, DEFAULT_TLS);
        announcer = new Announcer(new JdbiAnnouncements(database.database()), database.transactions(), jobs);
        handle(Message.WEBHOOK, webhooks);
        handle(Message.MAIL, new MailHandler(addresses, outlets, DEFAULT_TLS));
        engine.start();
    }

    void handle(String kind, JobHandler handler) {
        engine.addHandler(handler, Map.of(JobHandler.KIND, kind));
    }

    MailHandler mailHandler(Outlets outlets, SSLSocketFactory tls) {
        return new MailHandler(addresses, outlets, tls);
    }

    /** A handler that may go elsewhere than the office's own. */
    WebhookHandler webhookHandler(Outlets outlets, SSLSocketFactory tls) {
        return new WebhookHandler(addresses, secrets, outlets, Clock.fixed(NOW, ZoneOffset.UTC), tls);
    }

    /** A job of the project that ends in that state. */
    Job ended(String kind, JobState state) {
        UUID id = submit(kind);
        await(() -> job(id).state() == state, () -> "the job is " + job(id).state());
        return job(id);
    }

    UUID submit(String kind) {
        return jobs.submit(List.of(new NewJob(
                        UUID.randomUUID(),
                        Optional.of(project),
                        Optional.empty(),
                        Queue.EXPORT,
                        kind,
                        "Make the film",
                        0,
                        "{}",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        "test")))
                .get(0);
    }

    Job job(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    /** How many messages were submitted. */
    long messages() {
        return database.database()
                .with(handle -> handle.createQuery("SELECT count(*) FROM generation_jobs WHERE queue = 'notifications'")
                        .mapTo(Long.class)
                        .one());
    }

    static void await(BooleanSupplier condition, Supplier<String> otherwise) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        engine.stop();
        announcer.stop();
        database.close();
        server.stop();
        data.unlock();
    }

    private record Owner(Person person) implements Access {
        @Override
        public void require(Person somebody, Action action, Optional<UUID> project) {
            if (!somebody.equals(person)) {
                throw new AssertionError("somebody else asks: " + somebody);
            }
        }

        @Override
        public Person localOwner() {
            return person;
        }
    }

    private static final class SilentBus implements EventBus {
        @Override
        public void publish(Event event) {
            // Nobody listens.
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            return () -> {};
        }
    }
}
