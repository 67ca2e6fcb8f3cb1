package dev.evergreen.bench;

import dev.evergreen.persistence.embedded.internal.EmbeddedDatabaseServer;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.node.NodeDataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Submits and runs jobs that do nothing, by the queues and by plain statements on the same table, in turns, with PostgreSQL on the
 * same machine. The first argument is a folder to work in, the second how many rounds.
 */
public final class QueueBenchmark {
    private static final int CONNECTIONS = 16;
    private static final int WARM = 1_500;
    private static final int SINGLE = 6_000;
    private static final int BATCHED = 20_000;

    private final QueueNode ours;
    private final QueueFloor floor;
    private final int rounds;

    private QueueBenchmark(OpenDatabase database, int rounds) throws SQLException {
        this.ours = new QueueNode(database);
        this.floor = new QueueFloor(database.dataSource());
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).resolve("queues");
        delete(folder);
        NodeDataFolder data = new NodeDataFolder(Files.createDirectories(folder), 0);
        EmbeddedDatabaseServer server = new EmbeddedDatabaseServer(data);
        try (OpenDatabase database = OpenDatabase.open(server.start(), CONNECTIONS)) {
            new QueueBenchmark(database, Integer.parseInt(arguments[1])).run();
        } finally {
            server.stop();
            data.unlock();
            delete(folder);
        }
        // Threads of the pools must not keep the process.
        System.exit(0);
    }

    private void run() throws Exception {
        round(new Figures(), WARM, WARM);
        Figures figures = new Figures();
        for (int round = 0; round < rounds; round++) {
            round(figures, SINGLE, BATCHED);
        }
        figures.print();
    }

    private void round(Figures figures, int single, int batched) throws Exception {
        floor.empty();
        figures.plainSingle.add(floor.insertOneByOne(single));
        ours.empty();
        figures.ourSingle.add(ours.submitOneByOne(single));
        figures.ourDrain.add(ours.drain(single));
        figures.plainDrain.add(floor.claimAll(single));
        floor.empty();
        figures.plainBatch.add(floor.insertInBatches(batched));
        ours.empty();
        figures.ourBatch.add(ours.submitInBatches(batched));
        ours.empty();
        figures.ourWhole.add(ours.submitAndRun(single));
    }

    /** Each a second, one value for each round. */
    private static final class Figures {
        final List<Double> plainSingle = new ArrayList<>();
        final List<Double> ourSingle = new ArrayList<>();
        final List<Double> plainBatch = new ArrayList<>();
        final List<Double> ourBatch = new ArrayList<>();
        final List<Double> plainDrain = new ArrayList<>();
        final List<Double> ourDrain = new ArrayList<>();
        final List<Double> ourWhole = new ArrayList<>();

        void print() {
            line("submissions, each a transaction", ourSingle, "plain INSERTs", plainSingle);
            line("submissions, 100 a transaction", ourBatch, "plain batched INSERTs", plainBatch);
            line("jobs run from a backlog", ourDrain, "a claim loop by hand", plainDrain);
            System.out.printf(Locale.ROOT, "%-36s %6.0f/s%n", "jobs submitted and run meanwhile", median(ourWhole));
        }

        private static void line(String what, List<Double> ours, String than, List<Double> floor) {
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %6.0f/s | %s: %.0f/s | ratio %.2f%n",
                    what,
                    median(ours),
                    than,
                    median(floor),
                    median(ours) / median(floor));
        }

        private static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
