package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the doctor looks at; each look is short and leaves nothing behind. */
final class Examination {
    private static final int LEAST_JAVA = 17;
    private static final int FIRST_JAVA_WITHOUT_CONSOLE = 24;
    private static final int LEAST_NODE = 20;
    private static final long LEAST_DISK = 2L << 30;
    private static final long LEAST_MEMORY = 2L << 30;
    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\.\\d");
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private final DataFolder data;
    private final int port;
    private final boolean source;

    /** @param source whether this is a source tree, which needs more tools than a distribution */
    Examination(DataFolder data, int port, boolean source) {
        this.data = data;
        this.port = port;
        this.source = source;
    }

    enum State {
        GOOD,
        WARNING,
        BAD
    }

    /**
     * @param check what was looked at
     * @param remedy what to do about it; empty when all is well
     */
    record Finding(String check, State state, String found, String remedy) {
        static Finding good(String check, String found) {
            return new Finding(check, State.GOOD, found, "");
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(system());
        findings.add(java());
        if (source) {
            findings.add(tool("Maven", "mvn", 3, "install Maven 3.8 or later: apt-get install maven"));
            findings.add(tool("Node.js", "node", LEAST_NODE, "install Node.js 20 or later from nodejs.org"));
            findings.add(tool("npm", "npm", 9, "install npm, which comes with Node.js"));
            findings.add(browser());
        }
        findings.add(fonts());
        findings.add(memory());
        findings.add(writable("data folder", data.path(), "make it writable, or use --data with another folder"));
        findings.add(
                writable("films folder", Path.of("films").toAbsolutePath(), "make it writable, or use make -o FILE"));
        findings.add(disk());
        findings.add(portFinding());
        data.node().ifPresent(node -> findings.add(storage(node)));
        return findings;
    }

    private static Finding system() {
        String found = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return "Linux amd64".equals(found)
                ? Finding.good("System", found)
                : new Finding("System", State.BAD, found, "Evergreen is built and tested for Linux on x86-64 only");
    }

    private static Finding java() {
        int release = Runtime.version().feature();
        String found = Runtime.version() + " at " + System.getProperty("java.home");
        if (release < LEAST_JAVA) {
            return new Finding("Java", State.BAD, found, "install a JDK 17 or later and set JAVA_HOME to it");
        }
        return Finding.good(
                "Java", release < FIRST_JAVA_WITHOUT_CONSOLE ? found : found + " (without the Karaf console)");
    }

    private static Finding tool(String name, String command, int least, String remedy) {
        Optional<String> version = version(command, "--version");
        if (version.isEmpty()) {
            return new Finding(name, State.BAD, "not found", remedy);
        }
        Matcher major = MAJOR.matcher(version.get());
        boolean enough = major.find() && Integer.parseInt(major.group(1)) >= least;
        return new Finding(name, enough ? State.GOOD : State.BAD, version.get(), enough ? "" : remedy);
    }

    private static Finding browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(command -> version(command, "--version").stream())
                .findFirst()
                .map(version -> Finding.good("Chromium", version))
                .orElseGet(() -> new Finding(
                        "Chromium",
                        State.WARNING,
                        "not found; only the browser tests need it",
                        "as root: apt-get install chromium"));
    }

    private static Finding fonts() {
        try {
            BufferedImage image = new BufferedImage(64, 16, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            int width = graphics.getFontMetrics().stringWidth("Evergreen");
            graphics.dispose();
            return Finding.good("Text drawing", "works (" + width + " pixels)");
        } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            return new Finding(
                    "Text drawing",
                    State.BAD,
                    String.valueOf(e.getMessage()),
                    "as root: apt-get install fontconfig libfreetype6 fonts-dejavu-core");
        }
    }

    private static Finding memory() {
        long bytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                        ? bean.getTotalMemorySize()
                        : Long.MAX_VALUE;
        String found = (bytes >> 20) + " MB";
        return bytes >= LEAST_MEMORY
                ? Finding.good("Memory", found)
                : new Finding("Memory", State.WARNING, found, "give the machine 2 GB or more");
    }

    private static Finding writable(String check, Path folder, String remedy) {
        Path existing = nearest(folder);
        try {
            Path probe = Files.createTempFile(existing, ".evergreen-doctor", "");
            Files.delete(probe);
            return Finding.good("Writing to the " + check, folder.toString());
        } catch (IOException e) {
            return new Finding("Writing to the " + check, State.BAD, existing + " cannot be written to", remedy);
        }
    }

    private Finding disk() {
        Path existing = nearest(data.path());
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String found = (free >> 20) + " MB free at " + existing;
            return free >= LEAST_DISK
                    ? Finding.good("Disk", found)
                    : new Finding("Disk", State.BAD, found, "free 2 GB, or use --data with a folder on another disk");
        } catch (IOException e) {
            return new Finding("Disk", State.WARNING, e.toString(), "use --data with a folder on another disk");
        }
    }

    private Finding portFinding() {
        String check = "Port " + port;
        Optional<NodeFile> node = data.node();
        if (node.isPresent() && node.get().url().endsWith(":" + port)) {
            return Finding.good(check, "used by the running node");
        }
        try {
            UpCommand.requireFree(port);
            return Finding.good(check, "free");
        } catch (Failure e) {
            return new Finding(check, State.WARNING, "taken", "use 'evergreen up --port' with another port");
        }
    }

    /** What the running node keeps its state in. */
    private static Finding storage(NodeFile node) {
        String check = "Storage of the running node";
        List<String> storage = new NodeClient(node).storage();
        if (storage.isEmpty()) {
            return new Finding(check, State.WARNING, "the node is not ready", "'evergreen status' says what it lacks");
        }
        String found = String.join("; ", storage);
        return storage.stream().noneMatch(kept -> kept.contains("DEGRADED"))
                ? Finding.good(check, found)
                : new Finding(check, State.WARNING, found, "bring the server back; the node goes on by itself then");
    }

    private static Path nearest(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing)) {
            Path parent = existing.getParent();
            if (parent == null) {
                return existing;
            }
            existing = parent;
        }
        return existing;
    }

    private static Optional<String> version(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (Stream<String> lines = process.inputReader().lines()) {
                Optional<String> first = lines.map(line -> COLOURS.matcher(line).replaceAll(""))
                        .filter(line -> MAJOR.matcher(line).find())
                        .findFirst();
                return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0 ? first : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty(); // not installed, which is the answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
