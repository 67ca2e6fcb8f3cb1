package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives a node the maker's own pictures, clips and recordings; each file once. */
final class OwnMedia {
    private final NodeClient node;
    private final Progress progress;

    OwnMedia(NodeClient node, Progress progress) {
        this.node = node;
        this.progress = progress;
    }

    /** Refuses what cannot be read before any node is started. */
    static void checkReadable(Path folder) {
        if (!Files.exists(folder)) {
            throw new Failure(Failure.USAGE, folder + " does not exist; --media names a folder of your own files");
        }
        if (!Files.isDirectory(folder)) {
            throw new Failure(Failure.USAGE, folder + " is not a folder; --media names a folder of your own files");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new Failure(Failure.FILES, folder + " cannot be read; check its permissions");
        }
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new Failure(
                    Failure.USAGE,
                    folder + " has no files; put pictures, clips or recordings into it or leave --media out");
        }
        files.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new Failure(Failure.FILES, file + " cannot be read; check its permissions");
        });
    }

    void upload(String projectId, Path folder) {
        Set<String> known = new HashSet<>();
        for (JsonNode asset : node.get("/projects/" + projectId + "/assets?role=upload")) {
            known.add(asset.path("name").asText() + " "
                    + asset.path("metadata").path("originalDigest").asText());
        }
        for (Path file : files(folder)) {
            if (!known.contains(file.getFileName() + " " + digest(file))) {
                node.upload("POST", "/media/upload", file, java.util.Map.of("projectId", projectId, "role", "upload"));
                progress.note("Took " + file.getFileName());
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure(Failure.FILES, folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String digest(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    ((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new Failure(Failure.FILES, file + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
