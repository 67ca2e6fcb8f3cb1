package dev.evergreen.persistence.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes into {@code postmaster.pid} of its data folder: process id, data folder, start time, port, socket
 * folder, listen address, shared memory key and state, a line each (PostgreSQL's {@code miscadmin.h}).
 *
 * @param processId of the postmaster
 * @param port on which it listens
 * @param ready whether it accepts connections
 */
record PostmasterFile(long processId, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    static Path in(Path dataFolder) {
        return dataFolder.resolve("postmaster.pid");
    }

    /** Empty when there is none or it is just being written. */
    static Optional<PostmasterFile> read(Path dataFolder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(dataFolder));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            boolean ready =
                    lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    ready));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The live process that serves {@code dataFolder}; empty when the file is stale, also when its number was given again. */
    static Optional<ProcessHandle> owner(Path dataFolder) throws IOException {
        return read(dataFolder)
                .flatMap(file -> ProcessHandle.of(file.processId()))
                .filter(PostmasterFile::runs)
                .filter(process -> serves(process, dataFolder));
    }

    /** Whether it still works; a dead process whose parent has not asked for its end counts as alive to the JDK. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // proc(5): the state is the first field after the name, which is in parentheses and may hold anything.
            return !status.startsWith(") Z", status.lastIndexOf(')'));
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /** Processes of PostgreSQL whose working folder is {@code dataFolder}, as all of a cluster's have. Empty where there is no {@code /proc}. */
    static List<ProcessHandle> workingIn(Path dataFolder) {
        return ProcessHandle.allProcesses()
                .filter(PostmasterFile::isPostgres)
                .filter(process -> worksIn(process, dataFolder))
                .toList();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static boolean worksIn(ProcessHandle process, Path dataFolder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), dataFolder);
        } catch (IOException e) {
            return false; // it has ended, belongs to somebody else, or this system has no such files
        }
    }

    private static boolean serves(ProcessHandle process, Path dataFolder) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        int folderOption = arguments.indexOf("-D");
        return process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(true)
                && folderOption >= 0
                && folderOption + 1 < arguments.size()
                && arguments.get(folderOption + 1).equals(dataFolder.toString());
    }
}
