package dev.evergreen.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;

/** Goes into a test's plugin: writes every bundle that is started, stopped or changed into a file in the data folder. */
public final class WatchingComponent implements Runnable {
    static final String FILE = "bundles.log";

    /** Called by the component runtime. */
    public void activate(BundleContext context) {
        Path file = Path.of(System.getProperty("evergreen.data"), FILE);
        write(file, "watching");
        context.addBundleListener(event -> {
            int wanted = BundleEvent.STARTED | BundleEvent.STOPPED | BundleEvent.UPDATED | BundleEvent.UNRESOLVED;
            if ((event.getType() & wanted) != 0) {
                write(file, event.getBundle().getSymbolicName());
            }
        });
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void run() {
        throw new AssertionError("nobody runs it");
    }
}
