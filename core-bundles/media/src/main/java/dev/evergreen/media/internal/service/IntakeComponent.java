package dev.evergreen.media.internal.service;

import dev.evergreen.domain.storage.MediaIntake;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes in what providers answer, as it takes in what people upload. */
@Component
public final class IntakeComponent implements MediaIntake {
    private final Ingest ingest;

    @Activate
    public IntakeComponent(@Reference Ingest ingest) {
        this.ingest = ingest;
    }

    @Override
    public Taken take(Path file, Path folder) {
        try {
            Ingested ingested = ingest.normalise(file, folder, IngestLimits.DEFAULT);
            return new Taken(ingested.file(), ingested.media().mediaType());
        } catch (MediaException e) {
            if (e.kind() == MediaException.Kind.STORAGE) {
                throw new StorageException(StorageException.Kind.FULL, String.valueOf(e.getMessage()), e);
            }
            throw e.asProblem("file");
        }
    }
}
