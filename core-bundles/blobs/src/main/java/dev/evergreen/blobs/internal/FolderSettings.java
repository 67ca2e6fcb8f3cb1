package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.NodeData;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The folder as configured, whether or not it is used. */
@Component(service = FolderSettings.class, configurationPid = "dev.evergreen.blobs")
@Designate(ocd = FolderBlobConfiguration.class)
public final class FolderSettings {
    private final NodeData nodeData;
    private final FolderBlobConfiguration configuration;

    @Activate
    public FolderSettings(@Reference NodeData nodeData, FolderBlobConfiguration configuration) {
        this.nodeData = nodeData;
        this.configuration = configuration;
    }

    BlobFolders.Options options() {
        return new BlobFolders.Options(
                configuration.folder().isBlank()
                        ? nodeData.folder("blobs")
                        : Path.of(configuration.folder().strip()),
                configuration.quota_gibibytes() <= 0 ? Long.MAX_VALUE : (long) configuration.quota_gibibytes() << 30,
                (long) configuration.keep_free_mebibytes() << 20,
                BlobFolderServices.REMEDY);
    }
}
