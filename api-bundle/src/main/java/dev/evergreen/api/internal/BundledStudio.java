package dev.evergreen.api.internal;

import dev.evergreen.api.internal.resource.StudioFiles;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;

/** The studio of whichever started bundle says {@value #HEADER} with the folder of its files, such as {@code web/}. */
final class BundledStudio implements StudioFiles, AutoCloseable {
    private static final String HEADER = "Evergreen-Studio";

    private final BundleTracker<String> tracker;

    BundledStudio(BundleContext context) {
        tracker = new Folders(context);
        tracker.open();
    }

    @Override
    public Optional<URL> find(String path) {
        return tracker.getTracked().entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .flatMap(studio -> Optional.ofNullable(studio.getKey().getEntry(studio.getValue() + path)));
    }

    @Override
    public void close() {
        tracker.close();
    }

    /** Studio bundles with their folders, which end with a slash. */
    private static final class Folders extends BundleTracker<String> {
        Folders(BundleContext context) {
            super(context, Bundle.ACTIVE | Bundle.STARTING, null);
        }

        @Override
        @SuppressWarnings("NullAway") // a bundle that is none of ours is not tracked by answering null
        public String addingBundle(Bundle bundle, BundleEvent event) {
            String folder = bundle.getHeaders("").get(HEADER);
            return folder == null || Objects.requireNonNull(folder).endsWith("/") ? folder : folder + "/";
        }
    }
}
