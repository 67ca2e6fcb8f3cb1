package dev.evergreen.api.internal;

import dev.evergreen.api.internal.http.ApiJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** {@code run/node.json} in the data folder: how this node is reached, readable for its owner only. */
final class NodeFile implements AutoCloseable {
    /**
     * What it says.
     *
     * @param url without a slash at the end
     */
    record Content(long pid, String url, String token, String version) {}

    private final Path file;
    private final byte[] bytes;

    private NodeFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Replaces what an earlier start left there; readers see the old file or the new one, whole. */
    static NodeFile write(Path folder, Content content) throws IOException {
        byte[] bytes = ApiJson.write(content);
        Path file = folder.resolve("node.json");
        Path fresh = folder.resolve("node.json.new");
        Files.deleteIfExists(fresh);
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
        try (var out = Files.newByteChannel(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(ownerOnly))) {
            out.write(ByteBuffer.wrap(bytes));
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new NodeFile(file, bytes);
    }

    /** Removes the file unless another start has replaced it. */
    @Override
    public void close() throws IOException {
        try {
            if (Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }
}
