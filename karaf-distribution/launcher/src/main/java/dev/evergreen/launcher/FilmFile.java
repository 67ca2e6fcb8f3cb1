package dev.evergreen.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a film goes. It is there whole or not at all. */
record FilmFile(Path path) {
    FilmFile {
        path = path.toAbsolutePath().normalize();
    }

    /** Refuses what cannot be written, before minutes are spent on the film. */
    void checkWritable() {
        if (Files.isDirectory(path)) {
            throw new Failure(Failure.USAGE, path + " is a folder; give the film a file name in it with -o");
        }
        Path existing = path.resolveSibling("");
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new Failure(
                    Failure.FILES,
                    existing + " is no folder, so " + path + " cannot be written; use -o with another path");
        }
        if (!Files.isWritable(existing)) {
            throw new Failure(
                    Failure.FILES,
                    "cannot write to " + existing + "; make it writable or use -o with a path somewhere else");
        }
    }

    /** Downloads beside the target first, so that nobody finds half a film. */
    void fetch(NodeClient node, String address) {
        Path folder = path.resolveSibling("");
        Path part = folder.resolve("." + path.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            try {
                node.download(address, part);
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.FILES,
                    "the film is made but cannot be written to " + path + " (" + reason(e)
                            + "); make room there or use -o with another path",
                    e);
        }
    }

    private static String reason(IOException e) {
        boolean named = e instanceof FileSystemException known && known.getReason() != null;
        return named ? String.valueOf(((FileSystemException) e).getReason()) : String.valueOf(e.getMessage());
    }
}
