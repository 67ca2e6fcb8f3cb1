package dev.evergreen.persistence.internal.node;

import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folder: the framework property {@code evergreen.data}, else the environment variable {@code EVERGREEN_DATA}, else
 * {@code ~/.local/share/evergreen}.
 */
@Component(immediate = true)
public final class NodeDataFolder implements NodeData {
    private static final Logger LOG = LoggerFactory.getLogger(NodeDataFolder.class);
    private static final long LEAST_FREE_BYTES = 128L * 1024 * 1024;
    private static final int PID_BYTES = 32;

    /** File locks are for processes; within one they would be given twice, and closing either would drop both. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;
    private final String nodeId;

    @Activate
    public NodeDataFolder(BundleContext context) {
        this(configured(context.getProperty("evergreen.data")), LEAST_FREE_BYTES);
    }

    /**
     * Creates the folder when it is missing and locks it.
     *
     * @throws StorageException IN_USE, READ_ONLY, FULL or MISCONFIGURED
     */
    public NodeDataFolder(Path folder, long leastFreeBytes) {
        this.root = create(folder);
        try {
            requireRoom(root, leastFreeBytes);
            this.lockFile = lock(root);
            try {
                this.nodeId = identity(root);
            } catch (IOException | RuntimeException e) {
                unlock();
                throw e;
            }
        } catch (IOException e) {
            throw failure(root, e);
        }
        LOG.info("The data folder is {}, this node is {}", root, nodeId);
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public Path folder(String... name) {
        Path folder = root.resolve(String.join("/", name)).normalize();
        if (name.length == 0 || !folder.startsWith(root)) {
            throw new IllegalArgumentException("'" + String.join("/", name) + "' is no folder below " + root);
        }
        try {
            return Files.createDirectories(folder);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw failure(folder, e);
        }
    }

    @Override
    public String nodeId() {
        return nodeId;
    }

    /** Lets another node have the folder. */
    @Deactivate
    public void unlock() {
        try {
            // The number would mislead once this process has given the folder up.
            lockFile.truncate(0);
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("Cannot release the lock on {}", root, e);
        } finally {
            HELD_HERE.remove(root);
        }
    }

    private static Path configured(@Nullable String property) {
        String folder = property == null || property.isBlank() ? System.getenv("EVERGREEN_DATA") : property;
        return folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "evergreen")
                : Path.of(folder);
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw failure(folder.toAbsolutePath(), e);
        }
    }

    private static void requireRoom(Path root, long leastFreeBytes) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < leastFreeBytes) {
            throw new StorageException(
                    StorageException.Kind.FULL,
                    "Only " + free / 1024 / 1024 + " MiB are free for the data folder " + root + ", a node needs "
                            + leastFreeBytes / 1024 / 1024 + "; make room or name another folder (EVERGREEN_DATA)");
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("node.lock");
        if (!HELD_HERE.add(root)) {
            throw inUse(root, Long.toString(ProcessHandle.current().pid()));
        }
        boolean held = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(root, readHolder(channel).orElse("unknown"));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            held = true;
            return channel;
        } finally {
            if (!held) {
                HELD_HERE.remove(root);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static Optional<String> readHolder(FileChannel channel) throws IOException {
        ByteBuffer holder = ByteBuffer.allocate(PID_BYTES);
        channel.read(holder, 0);
        String pid = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? Optional.empty() : Optional.of(pid);
    }

    private static StorageException inUse(Path root, String holder) {
        return new StorageException(
                StorageException.Kind.IN_USE,
                "Another node (process " + holder + ") is running on the data folder " + root
                        + "; stop it, or name another folder (EVERGREEN_DATA)");
    }

    private static String identity(Path root) throws IOException {
        Path file = root.resolve("node-id");
        if (!Files.exists(file)) {
            Path unfinished = root.resolve("node-id.new");
            Files.writeString(unfinished, UUID.randomUUID().toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static StorageException failure(Path folder, Exception cause) {
        if (cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || says(cause, "Read-only file system")) {
            return new StorageException(
                    StorageException.Kind.READ_ONLY,
                    "Cannot write to the data folder " + folder
                            + "; make it writable for this user, or name another one" + " (EVERGREEN_DATA)",
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || says(cause, "Not a directory")) {
            return new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "The data folder " + folder + " is a file or below one; name a folder (EVERGREEN_DATA)",
                    cause);
        }
        if (says(cause, "No space left")) {
            return new StorageException(
                    StorageException.Kind.FULL,
                    "No space is left for the data folder " + folder
                            + "; make room or name another one (EVERGREEN_DATA)",
                    cause);
        }
        return new StorageException(
                StorageException.Kind.UNAVAILABLE, "Cannot use the data folder " + folder + ": " + cause, cause);
    }

    /** What the operating system says; the JDK has no exceptions of their own for these. */
    private static boolean says(Exception cause, String reason) {
        return String.valueOf(cause.getMessage()).contains(reason);
    }
}
