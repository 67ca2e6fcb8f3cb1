package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.telemetry.Backing;
import dev.evergreen.domain.telemetry.BackingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the folder the node's blob store, unless buckets of an object store are configured: then the adapter for S3 does. It
 * reads the key {@code bucket.media} of that adapter's configuration, so that exactly one of them is there from the start.
 */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='dev.evergreen.domain.storage.BlobStore'")
@Component(
        immediate = true,
        service = {},
        configurationPid = "dev.evergreen.blobs.s3")
public final class BlobFolderServices {
    static final String REMEDY = "delete projects or films, or change quota.gibibytes in etc/dev.evergreen.blobs.cfg or"
            + " keep.free.mebibytes there";

    private static final String BUCKET = "bucket.media";

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public BlobFolderServices(
            BundleContext context,
            @Reference FolderSettings settings,
            @Reference BlobFolders folders,
            Map<String, Object> s3) {
        if (s3.getOrDefault(BUCKET, "").toString().isBlank()) {
            BlobFolders.Options options = settings.options();
            registrations.add(context.registerService(BlobStore.class, folders.open(options), null));
            BackingState state = new BackingState("blobs", "the folder " + options.folder(), Optional.empty());
            registrations.add(context.registerService(Backing.class, () -> state, null));
        }
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
