package dev.evergreen.itests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Goes into a test's plugin: once the file {@code halt} lies in the data folder, its activation ends the whole node. */
public final class HaltingComponent implements Runnable {
    static final int EXIT = 97;

    public HaltingComponent() {
        if (Files.exists(Path.of(System.getProperty("evergreen.data"), "halt"))) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    @Override
    public void run() {
        throw new AssertionError("nobody runs it");
    }
}
