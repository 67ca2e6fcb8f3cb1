package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.plugins.PluginSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code deploy} of the data folder: a jar moved into it is installed and taken away; one that is refused is renamed to
 * {@code *.rejected}, with the reason beside it. A jar that is being copied is left alone until it stops growing.
 */
@Component(service = Inbox.class, immediate = true)
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final long SETTLING_MILLIS = 500;

    private final PluginSet plugins;
    private final Path folder;
    private final WatchService watch;
    private final Map<Path, Stamp> seen = new HashMap<>();

    private record Stamp(long size, FileTime modified) {}

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
                WatchKey key = takeAll() ? watch.take() : watch.poll(SETTLING_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("the inbox is closed");
        }
    }

    /** False when a jar is still being written. */
    private boolean takeAll() {
        boolean settled = true;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            seen.keySet().retainAll(jars);
            for (Path jar : jars) {
                if (isSettled(jar)) {
                    take(jar);
                } else {
                    settled = false;
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} was taken back", e.getFile());
        } catch (IOException e) {
            LOG.error("cannot read the inbox {}", folder, e);
        }
        return settled;
    }

    /** Whether the file is as it was at the look before. */
    private boolean isSettled(Path jar) throws IOException {
        Stamp now = new Stamp(Files.size(jar), Files.getLastModifiedTime(jar));
        return now.equals(seen.put(jar, now));
    }

    private void take(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        try (InputStream content = Files.newInputStream(jar)) {
            plugins.install(content, name);
            Files.deleteIfExists(jar);
            LOG.info("plugin {} installed from the inbox", name);
        } catch (ProblemException e) {
            LOG.error("plugin {} refused, see {}.rejected.txt: {}", name, name, e.getMessage());
            Files.move(jar, folder.resolve(name + ".rejected"), StandardCopyOption.REPLACE_EXISTING);
            Files.write(
                    folder.resolve(name + ".rejected.txt"),
                    e.problems().stream().map(Problem::message).toList());
        } catch (RuntimeException e) {
            // The engine's own trouble: the jar stays and is tried again with the next change of the folder.
            LOG.error("plugin {} could not be taken from the inbox", name, e);
        }
    }
}
