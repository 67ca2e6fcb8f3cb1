package dev.evergreen.blobs.s3.internal;

import dev.evergreen.blobs.internal.FolderBlobStore;
import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.storage.contract.server.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A node's store over the one server of all tests. */
final class TestStore implements AutoCloseable {
    static final int PART = 5 << 20;
    private static final S3Server SERVER = startServer();

    final S3Objects objects;
    final S3BlobStore store;
    final BlobStore folder;
    final S3Settings settings;

    TestStore(S3Settings settings, Path cache) {
        this(settings, cache, Long.MAX_VALUE);
    }

    TestStore(S3Settings settings, Path cache, long quota) {
        this.settings = settings;
        objects = new S3Objects(settings);
        folder = new FolderBlobStore(new BlobFolders.Options(cache, quota, 0, "make room"), Clock.systemUTC());
        store = new S3BlobStore(settings, objects, new LocalCopies(folder));
    }

    TestStore prepared() {
        new BucketSetup(settings, objects, Clock.systemUTC()).run();
        return this;
    }

    /** Only makes the buckets, which is all that most tests need. */
    TestStore made() {
        settings.allBuckets().forEach(bucket -> objects.client().createBucket(request -> request.bucket(bucket)));
        return this;
    }

    static S3Server server() {
        return SERVER;
    }

    static S3Settings settings(String name) {
        return settings(name, SERVER.endpoint());
    }

    static S3Settings settings(String name, URI endpoint) {
        return new S3Settings(
                Map.of(
                        BlobKind.MEDIA, name + "-media-assets",
                        BlobKind.PLUGINS, name + "-media-assets",
                        BlobKind.GENERATED, name + "-generated-content",
                        BlobKind.EXPORTS, name + "-exports"),
                Optional.of(endpoint),
                "us-east-1",
                true,
                Optional.of(new S3Settings.Keys(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)),
                new S3Settings.Encryption(Optional.empty(), Optional.empty()),
                true,
                Optional.of(30),
                30,
                PART,
                4,
                Duration.ofSeconds(10));
    }

    static Path serverJar() {
        return Path.of("target", "servers", "s3proxy.jar");
    }

    private static S3Server startServer() {
        try {
            S3Server server = new S3Server(serverJar(), Files.createTempDirectory("evergreen-s3")).start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        objects.close();
    }
}
