package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.notification.Announcements;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.notifications.AddressRows;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ended jobs by the column {@code announced} of their own rows, so that none is forgotten. */
@Component
public final class JdbiAnnouncements implements Announcements {
    private final Database database;

    @Activate
    public JdbiAnnouncements(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Announcement> take(int most) {
        return database.inTransaction(handle -> handle
                .createQuery("UPDATE generation_jobs j SET announced = TRUE WHERE j.id IN (SELECT d.id"
                        + " FROM generation_jobs d WHERE NOT d.announced AND d.parent_id IS NULL"
                        + " AND d.project_id IS NOT NULL AND d.status IN ('succeeded', 'failed', 'dead')"
                        + " ORDER BY d.completed_at LIMIT :most FOR UPDATE SKIP LOCKED) RETURNING " + JobRow.COLUMNS)
                .bind("most", most)
                .map(JobRow.MAPPER)
                .list()
                .stream()
                .map(row -> new Announcement(row.job(), addresses(handle, row.job())))
                .toList());
    }

    private static List<NotificationAddress> addresses(Handle handle, Job job) {
        return handle.createQuery("SELECT " + AddressRows.COLUMNS + " FROM notification_addresses a"
                        + " WHERE a.user_id IN (SELECT p.user_id FROM projects p WHERE p.id = :project"
                        + " UNION SELECT m.user_id FROM memberships m WHERE m.project_id = :project)"
                        + " ORDER BY a.created_at, a.id")
                .bind("project", job.projectId().orElseThrow())
                .map(AddressRows.MAPPER)
                .list();
    }
}
