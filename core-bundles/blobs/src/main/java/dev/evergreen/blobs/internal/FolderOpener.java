package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.BlobStore;
import java.time.Clock;
import org.osgi.service.component.annotations.Component;

/** Opens folders for whoever needs blobs on this disk. */
@Component
public final class FolderOpener implements BlobFolders {
    @Override
    public BlobStore open(Options options) {
        return new FolderBlobStore(options, Clock.systemUTC());
    }
}
