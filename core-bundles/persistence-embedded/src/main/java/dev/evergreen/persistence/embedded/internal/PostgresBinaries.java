package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.StorageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The server's programs, packed in this bundle and unpacked once into the data folder's cache. */
final class PostgresBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs below {@code cache}, which one node owns, unless these very ones are there; then those of earlier
     * versions go. A crash while unpacking leaves nothing that could be taken for complete, because the folder gets its name
     * last.
     */
    static PostgresBinaries unpack(Path cache) throws IOException {
        String resource = archiveName();
        Path home = cache.resolve(identity(resource));
        if (Files.isDirectory(home)) {
            removeOthers(cache, home);
        } else {
            long started = System.nanoTime();
            Path unfinished = cache.resolve("unpacking");
            FileTrees.delete(unfinished);
            try {
                Files.createDirectory(unfinished);
                untar(resource, unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileTrees.delete(unfinished);
            }
            LOG.info("Unpacked PostgreSQL to {} in {} ms", home, (System.nanoTime() - started) / 1_000_000);
        }
        // Real, because that is the path by which a running server is recognised.
        return new PostgresBinaries(home.toRealPath());
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String machine = Set.of("amd64", "x86_64").contains(architecture) ? "x86_64" : architecture;
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static InputStream open(String resource) {
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + resource);
        if (archive == null) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "There is no embedded PostgreSQL for this system (" + resource
                            + " is not packed); name a server by url"
                            + " in etc/dev.evergreen.database.cfg or by EVERGREEN_DATABASE_URL");
        }
        return archive;
    }

    /** Names the content of the archive, so that an upgraded distribution unpacks its own programs. */
    private static String identity(String resource) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream archive = new CheckedInputStream(open(resource), checksum)) {
            long size = archive.transferTo(OutputStream.nullOutputStream());
            return String.format(Locale.ROOT, "%08x-%d", checksum.getValue(), size);
        }
    }

    private static void removeOthers(Path cache, Path home) throws IOException {
        List<Path> others;
        try (Stream<Path> found = Files.list(cache)) {
            others = found.filter(path -> !path.equals(home)).toList();
        }
        for (Path other : others) {
            FileTrees.delete(other);
        }
    }

    private static void untar(String resource, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(open(resource)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The PostgreSQL archive names a file outside its folder: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
