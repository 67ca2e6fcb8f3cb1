package dev.evergreen.media.internal.render;

import dev.evergreen.media.internal.av.Packet;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Encoded pieces in a folder, one file each, under the digest of everything that went into them. A file is there whole or not
 * at all, also after a crash; a damaged one is taken for missing. Thread-safe.
 */
public final class PieceStore {
    private static final int MAGIC = 0x45564731;
    private static final String SUFFIX = ".piece";
    private static final String UNFINISHED = ".part";
    private static final int COPY_BYTES = 1 << 16;

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();
    private final String owner = Long.toString(ProcessHandle.current().pid());

    public PieceStore(Path folder, long maxBytes, Clock clock) throws IOException {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
        Files.createDirectories(folder);
    }

    /** The piece under a key, where it is there and whole; it counts as used now. */
    public Optional<EncodedPiece> find(String key) throws IOException {
        Path file = file(key);
        Optional<EncodedPiece> piece = read(file);
        if (piece.isPresent()) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        }
        return piece;
    }

    /** Whether there is something under the key, which may turn out to be damaged. */
    boolean has(String key) {
        return Files.exists(file(key));
    }

    /** Copies the piece's file, where it is there and whole. */
    boolean copy(String key, DataOutputStream target) throws IOException {
        if (find(key).isEmpty()) {
            return false;
        }
        Path file = file(key);
        target.writeLong(Files.size(file));
        Files.copy(file, target);
        return true;
    }

    /** Keeps what {@link #copy} wrote, where it is whole. */
    boolean take(String key, DataInputStream source) throws IOException {
        Path part = part(key);
        try {
            long length = source.readLong();
            try (OutputStream out = Files.newOutputStream(part)) {
                for (long left = length; left > 0; ) {
                    byte[] some = source.readNBytes((int) Math.min(left, COPY_BYTES));
                    if (some.length == 0) {
                        return false;
                    }
                    out.write(some);
                    left -= some.length;
                }
            }
            if (read(part).isEmpty()) {
                return false;
            }
            Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Optional<EncodedPiece> read(Path file) throws IOException {
        CRC32 sum = new CRC32();
        try (DataInputStream in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
            if (in.readInt() != MAGIC) {
                return Optional.empty();
            }
            byte[] header = in.readNBytes(in.readInt());
            int runUp = in.readInt();
            List<Double> notes = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                notes.add(in.readDouble());
            }
            List<Packet> packets = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                packets.add(new Packet(
                        in.readLong(), in.readLong(), in.readLong(), in.readInt(), in.readNBytes(in.readInt())));
            }
            long expected = sum.getValue();
            if (in.readLong() != expected) {
                return Optional.empty();
            }
            return Optional.of(new EncodedPiece(header, runUp, notes, packets));
        } catch (NoSuchFileException | java.io.EOFException | NegativeArraySizeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps a piece. */
    public void put(String key, EncodedPiece piece) throws IOException {
        Path part = part(key);
        try {
            CRC32 sum = new CRC32();
            try (OutputStream file = Files.newOutputStream(part);
                    DataOutputStream out =
                            new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(file), sum))) {
                write(piece, out);
                out.flush();
                out.writeLong(sum.getValue());
            }
            Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(EncodedPiece piece, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(piece.header().length);
        out.write(piece.header());
        out.writeInt(piece.runUp());
        out.writeInt(piece.notes().size());
        for (double note : piece.notes()) {
            out.writeDouble(note);
        }
        out.writeInt(piece.packets().size());
        for (Packet packet : piece.packets()) {
            out.writeLong(packet.pts());
            out.writeLong(packet.dts());
            out.writeLong(packet.duration());
            out.writeInt(packet.flags());
            out.writeInt(packet.data().length);
            out.write(packet.data());
        }
    }

    /** Deletes what was not used for the longest time, until the rest fits; and what crashed processes left unfinished. */
    public void tidy(Set<String> inUse) throws IOException {
        record Kept(Path file, long bytes, FileTime used) {}
        List<Kept> pieces = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    pieces.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
                } else if (name.endsWith(UNFINISHED) && !name.contains("-" + owner + "-")) {
                    Files.deleteIfExists(file);
                }
            }
        }
        long bytes = pieces.stream().mapToLong(Kept::bytes).sum();
        pieces.sort(Comparator.comparing(Kept::used));
        for (Kept piece : pieces) {
            String name = piece.file.getFileName().toString();
            if (bytes <= maxBytes) {
                return;
            }
            if (!inUse.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                Files.deleteIfExists(piece.file);
                bytes -= piece.bytes;
            }
        }
    }

    private Path part(String key) {
        return folder.resolve(key + "-" + owner + "-" + count.incrementAndGet() + UNFINISHED);
    }

    private Path file(String key) {
        return folder.resolve(key + SUFFIX);
    }
}
