package dev.evergreen.cache.redis.internal;

import dev.evergreen.storage.contract.server.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One server for all tests that do no harm to it; each takes a prefix of its own. */
final class SharedServer {
    private static final RedisServer SERVER = start();

    private SharedServer() {}

    static RedisSettings settings(String prefix) {
        return TestRedis.settings(SERVER.port(), prefix);
    }

    static RedisServer server() {
        return SERVER;
    }

    private static RedisServer start() {
        try {
            RedisServer server = new RedisServer(Files.createTempDirectory("evergreen-redis")).start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
