package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.domain.telemetry.Backing;
import dev.evergreen.domain.telemetry.BackingState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an object store the node's blob store once buckets are configured; without them the folder is. The service appears when the
 * buckets are in order; a store that does not answer is asked again, a wrong configuration waits for a better one.
 */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='dev.evergreen.domain.storage.BlobStore'")
@Component(
        immediate = true,
        service = {},
        configurationPid = "dev.evergreen.blobs.s3")
@Designate(ocd = S3Configuration.class)
public final class S3Connector {
    private static final Logger LOG = LoggerFactory.getLogger(S3Connector.class);
    private static final String ROLE = "blobs";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration COUNT_AGAIN = Duration.ofHours(1);

    private final BundleContext context;
    private final NodeData nodeData;
    private final BlobFolders folders;
    private final S3Configuration configuration;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private volatile @Nullable S3Objects objects;
    private volatile BackingState opening = new BackingState(ROLE, "S3", Optional.of("not opened yet"));

    @Activate
    public S3Connector(
            BundleContext context,
            @Reference NodeData nodeData,
            @Reference BlobFolders folders,
            S3Configuration configuration) {
        this.context = context;
        this.nodeData = nodeData;
        this.folders = folders;
        this.configuration = configuration;
        if (!configuration.bucket_media().isBlank()) {
            register(Backing.class, this::state);
            Thread keeper = new Thread(this::keep, "evergreen-s3");
            keeper.setDaemon(true);
            keeper.start();
        }
    }

    @Deactivate
    void close() {
        stopped.countDown();
        synchronized (registrations) {
            registrations.forEach(ServiceRegistration::unregister);
            registrations.clear();
        }
        S3Objects open = objects;
        if (open != null) {
            open.close();
        }
    }

    private BackingState state() {
        S3Objects open = objects;
        return open == null ? opening : new BackingState(ROLE, opening.place(), open.trouble());
    }

    private void keep() {
        try {
            S3Settings settings = S3Settings.of(configuration, System::getenv);
            opening = new BackingState(ROLE, settings.place(), opening.trouble());
            BlobStore cache = folders.open(cacheOptions());
            S3Objects opened = new S3Objects(settings);
            boolean used = false;
            try {
                used = open(settings, opened, cache);
            } finally {
                if (!used) {
                    opened.close();
                }
            }
        } catch (StorageException e) {
            if (stopped.getCount() > 0) {
                opening = new BackingState(ROLE, opening.place(), Optional.of(String.valueOf(e.getMessage())));
                LOG.error("The node has no blob store: {}", e.getMessage());
                LOG.debug("Why the node has no blob store", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("Stopped while using the object store", e);
        } catch (RuntimeException e) {
            opening = new BackingState(ROLE, opening.place(), Optional.of(e.toString()));
            LOG.error("The node has no blob store", e);
        }
    }

    /** Returns false when this component was stopped before the store could be used. */
    private boolean open(S3Settings settings, S3Objects opened, BlobStore cache) throws InterruptedException {
        BucketSetup setup = new BucketSetup(settings, opened, Clock.systemUTC());
        Duration pause = FIRST_PAUSE;
        while (!prepared(setup, pause)) {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        objects = opened;
        S3BlobStore store = new S3BlobStore(settings, opened, new LocalCopies(cache));
        register(BlobStore.class, store);
        LOG.info("Keeping blobs in {}", settings.place());
        look(settings, opened, store);
        return true;
    }

    private boolean prepared(BucketSetup setup, Duration pause) {
        try {
            setup.run();
            return true;
        } catch (StorageException e) {
            if (e.kind() != StorageException.Kind.UNAVAILABLE || stopped.getCount() == 0) {
                throw e;
            }
            opening = new BackingState(ROLE, opening.place(), Optional.of(String.valueOf(e.getMessage())));
            LOG.warn("{}; trying again in {} s", e.getMessage(), pause.toSeconds());
            return false;
        }
    }

    /** Counts what is stored now and then, and asks whether the store is there when nobody else does, or it was not. */
    private void look(S3Settings settings, S3Objects opened, S3BlobStore store) throws InterruptedException {
        long countedAt = System.nanoTime() - COUNT_AGAIN.toNanos();
        do {
            try {
                if (opened.trouble().isPresent() || opened.isIdle(LOOK_AGAIN)) {
                    opened.probe(settings.allBuckets().get(0));
                }
                if (System.nanoTime() - countedAt >= COUNT_AGAIN.toNanos()) {
                    store.count();
                    countedAt = System.nanoTime();
                }
            } catch (StorageException e) {
                LOG.debug("The object store is still in trouble", e);
            }
        } while (!stopped.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    }

    private BlobFolders.Options cacheOptions() {
        int gibibytes = configuration.cache_gibibytes();
        if (gibibytes < 1) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "cache.gibibytes = " + gibibytes + " in etc/dev.evergreen.blobs.s3.cfg must be 1 or more");
        }
        String folder = configuration.cache_folder().strip();
        return new BlobFolders.Options(
                folder.isEmpty() ? nodeData.folder("cache", "blobs") : Path.of(folder),
                (long) gibibytes << 30,
                (long) configuration.cache_keep_free_mebibytes() << 20,
                "raise cache.gibibytes in etc/dev.evergreen.blobs.s3.cfg, or give the device more room");
    }

    private <T> void register(Class<T> type, T service) {
        synchronized (registrations) {
            if (stopped.getCount() > 0) {
                registrations.add(context.registerService(type, service, null));
            }
        }
    }
}
