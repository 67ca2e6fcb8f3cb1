package dev.evergreen.media.internal.service;

import dev.evergreen.domain.storage.MediaIntake;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.WorkLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Takes in what providers answer, as it takes in what people upload. */
@Component(configurationPid = "dev.evergreen.intake")
@Designate(ocd = IntakeConfiguration.class)
public final class IntakeComponent implements MediaIntake {
    private static final long MEGA = 1_000_000;

    private final Ingest ingest;
    private final IngestLimits limits;

    @Activate
    public IntakeComponent(@Reference Ingest ingest, IntakeConfiguration configuration) {
        this.ingest = ingest;
        limits = new IngestLimits(
                configuration.maximum_megabytes() * MEGA,
                configuration.maximum_megapixels() * MEGA,
                Duration.ofMinutes(configuration.maximum_minutes()),
                configuration.maximum_streams(),
                new WorkLimits(
                        Duration.ofSeconds(configuration.maximum_work_seconds()),
                        Duration.ofSeconds(configuration.maximum_processor_seconds()),
                        configuration.maximum_memory_megabytes() * MEGA,
                        configuration.maximum_output_megabytes() * MEGA));
    }

    @Override
    public Taken take(Path file, Path folder) {
        try {
            Ingested ingested = ingest.normalise(file, folder, limits);
            return new Taken(ingested.file(), ingested.media().mediaType());
        } catch (MediaException e) {
            if (e.kind() == MediaException.Kind.STORAGE) {
                throw new StorageException(StorageException.Kind.FULL, String.valueOf(e.getMessage()), e);
            }
            throw e.asProblem("file");
        }
    }
}
