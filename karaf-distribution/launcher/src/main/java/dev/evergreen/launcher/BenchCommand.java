package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.evergreen.launcher.DataFolder.NodeFile;
import dev.evergreen.launcher.FilmMaker.Order;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what the goals are about: the start, the memory at rest, the time a film takes, and the engine against ffmpeg. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a fresh node: start to ready, memory at rest, a film with empty caches, the same film again,",
            "and how soon a preview shows and sounds.",
            "Works on a data folder of its own, which is deleted afterwards.",
            "Then renders the same films with the engine and with the ffmpeg executable, in turns,",
            "draws every effect and transition, against filters of libavfilter,",
            "renders two hours against a minute, and 4K, chooses among fifty offers,",
            "and submits and runs jobs that do nothing, against plain statements."
        })
final class BenchCommand implements Callable<Integer> {
    private static final Progress SILENT = Progress.forPeople(new PrintStream(OutputStream.nullOutputStream()), false);

    @Parameters(paramLabel = "SCRIPT", arity = "0..1", description = "the script (default: ${DEFAULT-VALUE})")
    private Path script = Path.of("samples", "tide-pools.fountain");

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Option(names = "--only", paramLabel = "PART", description = "one of: ${COMPLETION-CANDIDATES}")
    private Optional<Part> only = Optional.empty();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "how often the engine and ffmpeg take turns (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(
            names = "--match",
            paramLabel = "TEXT",
            description = "of the effects and transitions only those with this in their id")
    private String match = "";

    @Option(names = "--minutes", paramLabel = "N", description = "length of the long film (default: ${DEFAULT-VALUE})")
    private int minutes = 120;

    private enum Part {
        NODE,
        ENGINE,
        EFFECTS,
        SCALE,
        CHOOSING,
        QUEUES
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || minutes < 1) {
            throw new Failure(
                    Failure.USAGE, "--rounds is " + rounds + " and --minutes " + minutes + "; give at least 1.");
        }
        if (only.orElse(Part.NODE) == Part.NODE) {
            node();
        }
        int failed = only.orElse(Part.ENGINE) == Part.ENGINE ? engine() : 0;
        failed = failed == 0 && only.orElse(Part.EFFECTS) == Part.EFFECTS ? effects() : failed;
        failed = failed == 0 && only.orElse(Part.SCALE) == Part.SCALE ? scale() : failed;
        failed = failed == 0 && only.orElse(Part.CHOOSING) == Part.CHOOSING ? choosing() : failed;
        return failed == 0 && only.orElse(Part.QUEUES) == Part.QUEUES ? queues() : failed;
    }

    /** Of those that come with the node, in processes of their own. */
    private int effects() throws IOException, InterruptedException {
        Path system = Path.of(System.getProperty("evergreen.home", "."), "system", "dev", "evergreen");
        return inProcess("dev.evergreen.bench.Frames", system.toString(), match);
    }

    private int choosing() throws IOException, InterruptedException {
        return inProcess("dev.evergreen.bench.Choosing");
    }

    private int scale() throws IOException, InterruptedException {
        return inProcess("dev.evergreen.bench.Scale", Integer.toString(minutes));
    }

    private int queues() throws IOException, InterruptedException {
        return inProcess("dev.evergreen.bench.QueueBenchmark", Integer.toString(rounds));
    }

    private int engine() throws IOException, InterruptedException {
        return inProcess("dev.evergreen.bench.Main", Integer.toString(rounds));
    }

    /** In a process of its own, with the memory that a node has; the first argument is the folder to work in. */
    private static int inProcess(String main, String... arguments) throws IOException, InterruptedException {
        Path bench = Path.of(System.getProperty("evergreen.source", "."), "bench", "target");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                bench.resolve("classes") + ":" + bench.resolve("lib") + "/*",
                main,
                bench.resolve("work").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private void node() throws IOException, InterruptedException {
        Order order = new Order(script, Map.of(), Optional.empty(), Optional.empty());
        FilmMaker.checkReadable(order);
        Path folder = Files.createTempDirectory("evergreen-bench");
        ObjectNode figures = new ObjectMapper().createObjectNode();
        DataFolder data = new DataFolder(folder);
        // An interrupt leaves neither a node nor its folder; nor does the end.
        Thread cleanUp = new Thread(
                () -> {
                    data.node().ifPresent(NodeProcess::stop);
                    delete(folder);
                },
                "clean-up");
        Runtime.getRuntime().addShutdownHook(cleanUp);
        measure(data, order, figures);
        if (json) {
            System.out.println(figures);
        } else {
            List<List<String>> rows = new ArrayList<>();
            figures.fields()
                    .forEachRemaining(figure ->
                            rows.add(List.of(figure.getKey(), figure.getValue().asText())));
            Table.print(System.out, List.of("FIGURE", "VALUE"), rows);
        }
    }

    private static void measure(DataFolder data, Order order, ObjectNode figures)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        NodeSession.open(data, () -> {}).close();
        // The first start includes making the database and unpacking; what people wait for later is the second.
        figures.put("first start, to ready and stopped again", seconds(began));
        began = System.nanoTime();
        try (NodeSession session = NodeSession.open(data, () -> {})) {
            figures.put("start to ready", seconds(began));
            NodeFile node = session.node();
            figures.put("memory at rest, node and database", residentMegabytes(node) + " MB");
            FilmMaker maker = new FilmMaker(session, SILENT);
            began = System.nanoTime();
            JsonNode production = maker.make(order);
            figures.put("film with empty caches", seconds(began));
            steps(production, figures);
            began = System.nanoTime();
            maker.make(order);
            figures.put("the same film again", seconds(began));
            figures.put("memory after two films", residentMegabytes(node) + " MB");
            String project = production.path("job").path("projectId").asText();
            NodeClient client = session.client();
            figures.put("first preview", PreviewTimes.of(client, project, 40).toString());
            figures.put(
                    "previews of seven other places",
                    PreviewTimes.of(client, project, 10, 55, 25, 5, 48, 33, 18).toString());
        }
    }

    private static void steps(JsonNode production, ObjectNode figures) {
        for (JsonNode step : production.path("steps")) {
            String started = step.path("startedAt").asText();
            String completed = step.path("completedAt").asText();
            if (!started.isEmpty() && !completed.isEmpty()) {
                long millis = java.time.Duration.between(
                                java.time.Instant.parse(started), java.time.Instant.parse(completed))
                        .toMillis();
                figures.put("  " + step.path("title").asText(), String.format(Locale.ROOT, "%.1f s", millis / 1000.0));
            }
        }
    }

    private static String seconds(long sinceNanos) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - sinceNanos) / 1e9);
    }

    /** Proportional set size of the node and all its children, so that shared pages count once. */
    private static long residentMegabytes(NodeFile node) {
        return ProcessHandle.of(node.pid()).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToLong(process -> proportionalKilobytes(process.pid()))
                        .sum()
                >> 10;
    }

    private static long proportionalKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // the process has just ended
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("evergreen: " + folder + " could not be deleted (" + e.getMessage() + "); delete it.");
        }
    }
}
