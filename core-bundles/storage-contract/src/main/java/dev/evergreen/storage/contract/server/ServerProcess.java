package dev.evergreen.storage.contract.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that listens on a loopback port. */
final class ServerProcess {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final int port;
    private final Path output;
    private final Process process;

    private ServerProcess(int port, Path output, Process process) {
        this.port = port;
        this.output = output;
        this.process = process;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns when the port answers. */
    static ServerProcess start(List<String> command, int port, Path folder) throws IOException {
        Path output = folder.resolve("server-" + port + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        ServerProcess server = new ServerProcess(port, output, process);
        boolean answers = false;
        try {
            server.awaitPort();
            answers = true;
            return server;
        } finally {
            if (!answers) {
                server.kill();
            }
        }
    }

    Process process() {
        return process;
    }

    /** As {@code kill -9}; returns when the process is gone. */
    void kill() {
        end(true);
    }

    /** Lets the program end by itself; returns when it has. */
    void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        try {
            if (forcibly) {
                process.destroyForcibly().waitFor();
            } else {
                process.destroy();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPort() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            try {
                if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException("The server did not come up: " + Files.readString(output));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while the server came up", e);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false; // not yet, which is the answer
        }
    }
}
