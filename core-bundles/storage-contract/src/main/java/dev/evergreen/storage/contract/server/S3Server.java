package dev.evergreen.storage.contract.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** An S3Proxy over a folder of this machine, which asks for an access key. */
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "test-access";
    public static final String SECRET_KEY = "test-secret";

    private final Path jar;
    private final Path folder;
    private final int port;
    private @Nullable ServerProcess process;

    /**
     * @param jar S3Proxy with its dependencies
     * @param folder for objects and settings
     */
    public S3Server(Path jar, Path folder) throws IOException {
        this.jar = jar.toAbsolutePath();
        this.folder = folder;
        this.port = ServerProcess.freePort();
        Files.createDirectories(objects());
    }

    /** Returns when the server answers. */
    public S3Server start() throws IOException {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", endpoint().toString());
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", ACCESS_KEY);
        settings.setProperty("s3proxy.credential", SECRET_KEY);
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty("jclouds.identity", "unused");
        settings.setProperty("jclouds.credential", "unused");
        settings.setProperty("jclouds.filesystem.basedir", objects().toString());
        Path file = folder.resolve("s3proxy.properties");
        try (OutputStream output = Files.newOutputStream(file)) {
            settings.store(output, null);
        }
        process = ServerProcess.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--properties",
                        file.toString()),
                port,
                folder);
        return this;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** As {@code kill -9}. */
    public void kill() {
        close();
    }

    @Override
    public void close() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    private Path objects() {
        return folder.resolve("objects");
    }
}
