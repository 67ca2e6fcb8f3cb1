package dev.evergreen.notifications.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.notification.Announcements;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.jobs.Jobs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds for jobs that have ended and submits a message for each address. Taking a job and submitting its messages
 * are one transaction, so each address is told once, whichever node does it and whenever it dies.
 */
@Component(service = Announcer.class, immediate = true)
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 50;

    /** What people wait for; smaller work they see in the studio. */
    private static final Set<String> WANTED = Set.of("production", "export.render");

    private final Announcements announcements;
    private final Transactions transactions;
    private final Jobs jobs;
    private final ScheduledExecutorService timer;
    private boolean reachable = true;

    @Activate
    public Announcer(
            @Reference Announcements announcements, @Reference Transactions transactions, @Reference Jobs jobs) {
        this.announcements = announcements;
        this.transactions = transactions;
        this.jobs = jobs;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "notifications");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Activate
    void start() {
        timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The notifications do not stop; the database may be closed under them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            while (announce() == AT_ONCE) {
                LOG.debug("Many jobs have ended; there may be more");
            }
            reachable = true;
        } catch (RuntimeException e) {
            if (reachable) {
                LOG.warn("Nobody can be told of ended jobs now; it is tried again every few seconds", e);
            }
            reachable = false;
        }
    }

    /** How many jobs were announced. */
    int announce() {
        return transactions.inTransaction(() -> {
            List<Announcements.Announcement> taken = announcements.take(AT_ONCE);
            for (Announcements.Announcement announcement : taken) {
                Job job = announcement.job();
                if (WANTED.contains(job.kind())) {
                    announcement
                            .addresses()
                            .forEach(address -> jobs.submit(
                                    List.of(Message.ended(job, address).job(address.channel(), job.correlationId()))));
                }
            }
            return taken.size();
        });
    }
}
