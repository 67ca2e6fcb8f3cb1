package dev.evergreen.publishing;

import dev.evergreen.domain.access.Person;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Further files of a project's timeline. Thread-safe. */
@ProviderType
public interface Exports {
    /**
     * Starts rendering the newest timeline, and returns at once. While the same order is being rendered, ordering it again returns the first.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND while there is no timeline, INVALID when the exporter refuses such a film
     */
    FilmExport start(Person person, ExportOrder order);

    FilmExport find(Person person, UUID exportId);
}
