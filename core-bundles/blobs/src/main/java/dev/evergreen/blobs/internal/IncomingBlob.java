package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/** A blob being written; closing it before it has been moved leaves nothing behind. */
final class IncomingBlob implements AutoCloseable {
    private static final int CHUNK_BYTES = 128 * 1024;

    private final Room room;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Digests.sha256();
    private long size;

    IncomingBlob(Path folder, Room room) throws IOException {
        this.room = room;
        this.file = Files.createTempFile(folder, "blob-", "");
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /**
     * Copies everything; room is made step by step, because a stream does not say how long it is.
     *
     * @throws UncheckedIOException when {@code content} fails
     */
    void readAll(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = next(content, chunk); read >= 0; read = next(content, chunk)) {
            room.reserve(read);
            size += read;
            digest.update(chunk, 0, read);
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    BlobRef ref(String mediaType) {
        return new BlobRef("sha256:" + HexFormat.of().formatHex(digest.digest()), size, mediaType);
    }

    void force() throws IOException {
        channel.force(true);
    }

    /**
     * Gives the file its name; the folder is forced too, else a crash of the machine could forget the name.
     *
     * @param used the first time of use, which the file keeps
     */
    void moveTo(Path target, Instant used) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(used));
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        room.release(size);
        channel.close();
        Files.deleteIfExists(file);
    }

    private static int next(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException("The content of a blob cannot be read: " + e.getMessage(), e);
        }
    }
}
