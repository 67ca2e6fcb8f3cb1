package dev.evergreen.publishing.internal;

import dev.evergreen.media.BlobReader;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeFile;
import dev.evergreen.spi.export.Loss;
import dev.evergreen.spi.export.MediaNames;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A timeline for another program with its media beside it, and what that program will not see, in one ZIP. */
record InterchangeArchive(Interchange interchange, TimelineSnapshot timeline) {
    private static final String REPORT = "losses.txt";

    /** Stored without compression, as media is compressed already. */
    void write(Path file, BlobReader blobs) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(0);
            for (InterchangeFile each : interchange.files()) {
                entry(zip, each.name(), each.text().getBytes(StandardCharsets.UTF_8));
            }
            entry(zip, REPORT, report().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> media : MediaNames.of(timeline).entrySet()) {
                start(zip, media.getValue());
                Files.copy(blobs.path(media.getKey()), zip);
                zip.closeEntry();
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        start(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void start(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
    }

    /** A line for each loss. */
    private String report() {
        StringBuilder text = new StringBuilder();
        for (Loss loss : interchange.losses()) {
            text.append(loss.clipId())
                    .append(": ")
                    .append(loss.feature())
                    .append(": ")
                    .append(loss.detail())
                    .append('\n');
        }
        return text.isEmpty() ? "Nothing is lost.\n" : text.toString();
    }
}
