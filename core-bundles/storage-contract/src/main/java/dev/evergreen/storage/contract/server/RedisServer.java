package dev.evergreen.storage.contract.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A real redis-server (6.2). What it wrote to its folder is there again after a restart on the same port. */
public final class RedisServer implements AutoCloseable {
    private final int port;
    private final Path folder;
    private final String program;
    private final List<String> options;
    private @Nullable ServerProcess process;

    /** @param options further arguments of redis-server, such as {@code --requirepass secret} word by word */
    public RedisServer(Path folder, String... options) throws IOException {
        this.port = ServerProcess.freePort();
        this.folder = folder;
        this.program =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().getAbsolutePath();
        this.options = List.of(options);
    }

    /** Returns when the server answers. */
    public RedisServer start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                ""));
        command.addAll(options);
        process = ServerProcess.start(command, port, folder);
        return this;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The running process, for signals. */
    public ProcessHandle handle() {
        return running().process().toHandle();
    }

    /** As {@code kill -9}. */
    public void kill() {
        running().kill();
        process = null;
    }

    @Override
    public void close() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    private ServerProcess running() {
        if (process == null) {
            throw new IllegalStateException("redis-server is not running");
        }
        return process;
    }
}
