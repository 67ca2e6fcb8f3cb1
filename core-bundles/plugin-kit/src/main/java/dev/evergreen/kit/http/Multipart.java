package dev.evergreen.kit.http;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files (RFC 7578), of which files are read while they are sent and never held whole. */
public final class Multipart {
    private final String boundary = "evergreen-" + UUID.randomUUID();
    private final List<Part> parts = new ArrayList<>();

    /** What goes into a part. */
    private interface Content {
        BodyPublisher publisher() throws FileNotFoundException;
    }

    private record Part(String head, Content content) {}

    public Multipart text(String name, String value) {
        return add(
                "Content-Disposition: form-data; name=\"" + quoted(name) + "\"\r\n\r\n",
                () -> BodyPublishers.ofString(value));
    }

    /** @param fileName what the vendor sees; some tell the format by its ending */
    public Multipart file(String name, String fileName, String mediaType, Path file) {
        return add(
                "Content-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\"" + quoted(fileName)
                        + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n",
                () -> BodyPublishers.ofFile(file));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @throws FileNotFoundException naming the file that is not there */
    BodyPublisher publisher() throws FileNotFoundException {
        List<BodyPublisher> all = new ArrayList<>();
        for (Part part : parts) {
            all.add(BodyPublishers.ofString("--" + boundary + "\r\n" + part.head(), StandardCharsets.UTF_8));
            all.add(part.content().publisher());
            all.add(BodyPublishers.ofString("\r\n"));
        }
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private Multipart add(String head, Content content) {
        parts.add(new Part(head, content));
        return this;
    }

    /** As browsers write names (HTML Living Standard, multipart/form-data encoding algorithm). */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
