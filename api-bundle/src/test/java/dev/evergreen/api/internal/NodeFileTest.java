package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFileTest {
    private static final NodeFile.Content FIRST = new NodeFile.Content(17, "http://127.0.0.1:8181", "t1", "1.0.0");
    private static final NodeFile.Content SECOND = new NodeFile.Content(18, "http://127.0.0.1:8182", "t2", "1.0.0");

    @Test
    void only_the_owner_can_read_how_the_node_is_reached(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("node.json");
        Files.writeString(file, "left by an earlier start");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        NodeFile.write(folder, FIRST);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                "{\"pid\":17,\"url\":\"http://127.0.0.1:8181\",\"token\":\"t1\",\"version\":\"1.0.0\"}",
                Files.readString(file));
    }

    @Test
    void it_is_gone_after_the_stop_unless_another_start_wrote_it(@TempDir Path folder) throws IOException {
        NodeFile first = NodeFile.write(folder, FIRST);
        NodeFile second = NodeFile.write(folder, SECOND);

        first.close();
        assertTrue(Files.exists(folder.resolve("node.json")), "the second start's file stays");
        second.close();
        assertFalse(Files.exists(folder.resolve("node.json")));
        second.close();
    }
}
