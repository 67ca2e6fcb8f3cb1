package dev.evergreen.persistence.internal.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeDataFolderTest {
    @TempDir
    Path parent;

    @Test
    void keepsTheNodesNameOverRestarts() {
        NodeDataFolder first = new NodeDataFolder(parent.resolve("data"), 0);
        String id = first.nodeId();
        first.unlock();
        NodeDataFolder second = new NodeDataFolder(parent.resolve("data"), 0);
        assertEquals(id, second.nodeId());
        second.unlock();
    }

    @Test
    void makesFoldersBelowTheRootOnly() throws IOException {
        NodeDataFolder data = new NodeDataFolder(parent.resolve("data"), 0);
        assertTrue(Files.isDirectory(data.folder("cache", "segments")));
        assertEquals(data.root().resolve("cache/segments"), data.folder("cache", "segments"));
        assertThrows(IllegalArgumentException.class, () -> data.folder(".."));
        assertThrows(IllegalArgumentException.class, () -> data.folder("a", "../../b"));
        assertThrows(IllegalArgumentException.class, () -> data.folder("/etc"));
        assertThrows(IllegalArgumentException.class, data::folder);
        Files.writeString(data.root().resolve("file"), "");
        assertKind(StorageException.Kind.MISCONFIGURED, () -> data.folder("file"));
        data.unlock();
    }

    @Test
    void refusesASecondNodeOfTheSameProcess() {
        NodeDataFolder first = new NodeDataFolder(parent, 0);
        StorageException refused = assertKind(
                StorageException.Kind.IN_USE,
                () -> new NodeDataFolder(parent.resolve("../" + parent.getFileName()), 0));
        assertTrue(refused.getMessage().contains(parent.toString()), refused.getMessage());
        first.unlock();
        new NodeDataFolder(parent, 0).unlock();
    }

    @Test
    void refusesASecondNodeNamingTheFirstAndLetsItInOnceTheFirstIsKilled() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process node = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("locked", out.readLine());
            StorageException refused = assertKind(StorageException.Kind.IN_USE, () -> new NodeDataFolder(parent, 0));
            assertEquals(
                    "Another node (process " + node.pid() + ") is running on the data folder " + parent.toRealPath()
                            + "; stop it, or name another folder (EVERGREEN_DATA)",
                    refused.getMessage());
        } finally {
            node.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        new NodeDataFolder(parent, 0).unlock();
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertKind(StorageException.Kind.MISCONFIGURED, () -> new NodeDataFolder(file, 0));
        assertKind(StorageException.Kind.MISCONFIGURED, () -> new NodeDataFolder(file.resolve("below"), 0));
    }

    @Test
    void saysThatNoSpaceIsLeft() {
        StorageException full =
                assertKind(StorageException.Kind.FULL, () -> new NodeDataFolder(parent, Long.MAX_VALUE));
        assertTrue(full.getMessage().contains(parent.toString()), full.getMessage());
    }

    @Test
    void saysThatAFolderCannotBeWritten() {
        // Nobody can make folders there, not even root.
        StorageException refused =
                assertThrows(StorageException.class, () -> new NodeDataFolder(Path.of("/proc/1/evergreen"), 0));
        assertTrue(refused.getMessage().contains("/proc/1/evergreen"), refused.getMessage());
    }

    private static StorageException assertKind(StorageException.Kind kind, Runnable call) {
        StorageException failure = assertThrows(StorageException.class, call::run);
        assertEquals(kind, failure.kind(), failure.getMessage());
        return failure;
    }

    /** A node in a process of its own. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            NodeDataFolder data = new NodeDataFolder(Path.of(arguments[0]), 0);
            System.out.println("locked");
            System.in.read();
            data.unlock();
        }
    }
}
