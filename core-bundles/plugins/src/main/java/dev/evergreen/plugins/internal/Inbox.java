package dev.evergreen.plugins.internal;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.plugins.PluginSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code deploy} of the data folder: a jar moved into it is installed and taken away; one that is refused is renamed to
 * {@code *.rejected}, with the reason beside it. Copy to a name with a leading dot and rename, so that no half jar is seen.
 */
@Component(service = Inbox.class, immediate = true)
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final PluginSet plugins;
    private final Path folder;
    private final WatchService watch;

    @Activate
    public Inbox(@Reference PluginSet plugins, @Reference NodeData data) throws IOException {
        this.plugins = plugins;
        this.folder = data.folder("deploy");
        this.watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        Thread watcher = new Thread(this::watch, "evergreen-plugin-inbox");
        watcher.setDaemon(true);
        watcher.start();
    }

    @Deactivate
    void close() throws IOException {
        watch.close();
    }

    private void watch() {
        try {
            while (true) {
                takeAll();
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("the inbox is closed");
        }
    }

    private void takeAll() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            for (Path jar : jars) {
                take(jar);
            }
        } catch (IOException e) {
            LOG.error("cannot read the inbox {}", folder, e);
        }
    }

    private void take(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        try (InputStream content = Files.newInputStream(jar)) {
            plugins.install(content, name);
            Files.deleteIfExists(jar);
            LOG.info("plugin {} installed from the inbox", name);
        } catch (ProblemException e) {
            LOG.error("plugin {} refused: {}", name, e.getMessage());
            Files.move(jar, folder.resolve(name + ".rejected"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve(name + ".rejected.txt"), e.getMessage() + System.lineSeparator());
        }
    }
}
