package dev.evergreen.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeUsersTest {
    @TempDir
    private Path folder;

    @Test
    void theLastCommandIsToldAndWhatKilledOnesLeftIsRemoved() throws IOException {
        NodeUsers users = new NodeUsers(new DataFolder(folder));
        Path files = folder.resolve("run/users");
        users.started(4711);
        assertTrue(users.startedByCommand(4711));
        assertFalse(users.startedByCommand(4712), "the node after it was started otherwise");

        users.enter();
        long nobody =
                ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).max().orElse(0) + 4_000_000;
        Files.createFile(files.resolve(Long.toString(nobody)));
        assertTrue(users.leave());
        try (Stream<Path> left = Files.list(files)) {
            assertEquals(
                    List.of("started-by-a-command"),
                    left.map(file -> String.valueOf(file.getFileName())).toList());
        }

        users.enter();
        long other = ProcessHandle.current().parent().orElseThrow().pid();
        Files.createFile(files.resolve(Long.toString(other)));
        assertFalse(users.leave(), "another command still uses the node");
    }
}
