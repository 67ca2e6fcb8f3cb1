package dev.evergreen.domain.notification;

import dev.evergreen.domain.job.Job;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Which ended jobs people still have to be told of. */
@ProviderType
public interface Announcements {
    /**
     * Takes jobs of projects, but not their steps, that succeeded, failed or are dead, each once and again after a retry. It joins
     * the calling thread's transaction, whose roll back puts them back.
     */
    List<Announcement> take(int most);

    /** @param addresses of the project's people; may be empty */
    record Announcement(Job job, List<NotificationAddress> addresses) {
        public Announcement {
            addresses = List.copyOf(addresses);
        }
    }
}
