package dev.evergreen.publishing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A job's folder for what it renders; gone, with everything in it, when it is closed. */
record WorkFolder(Path path) implements AutoCloseable {
    static WorkFolder open(Path path) throws IOException {
        return new WorkFolder(Files.createDirectories(path));
    }

    @Override
    public void close() throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path each : content) {
            Files.deleteIfExists(each);
        }
    }
}
