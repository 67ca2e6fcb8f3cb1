package dev.evergreen.jobs.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A node in a process of its own, to be stopped or to die. What its jobs do is written down at once; their ends within the
 * transaction that ends them.
 */
final class DiaryNode {
    private static final int WORK = 20;
    private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final OpenDatabase database;
    private final String name;

    private DiaryNode(OpenDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    /** @param arguments URL, user, password, the node's name, silence in milliseconds, crashes */
    public static void main(String[] arguments) throws IOException {
        OpenDatabase database = OpenDatabase.open(new DatabaseEndpoint(arguments[0], arguments[1], arguments[2]), 8);
        EngineSettings settings = new EngineSettings(
                TestNode.QUICK.concurrency(),
                TestNode.QUICK.backoff(),
                Duration.ofMillis(Long.parseLong(arguments[4])),
                TestNode.QUICK.rescues(),
                Integer.parseInt(arguments[5]),
                TestNode.QUICK.drain(),
                TestNode.QUICK.history(),
                TestNode.QUICK.rates());
        DiaryNode node = new DiaryNode(database, arguments[3]);
        TestNode engine = new TestNode(database, arguments[3], settings);
        engine.handle("long", node::work).handle("halt", node::halt).start();
        System.out.println("ready");
        System.in.transferTo(System.out);
        engine.close();
        database.close();
    }

    static void createDiary(OpenDatabase database) {
        database.database()
                .with(handle -> handle.execute("CREATE TABLE diary (line bigint GENERATED ALWAYS AS IDENTITY,"
                        + " job uuid, what text, node text)"));
    }

    static long count(OpenDatabase database, String condition) {
        return database.database()
                .with(handle -> handle.createQuery("SELECT count(*) FROM diary WHERE " + condition)
                        .mapTo(Long.class)
                        .one());
    }

    /** Returns once the node works. */
    static Process start(DatabaseEndpoint endpoint, String name, Duration silence, int crashes) throws IOException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DiaryNode.class.getName(),
                        endpoint.url(),
                        endpoint.user(),
                        endpoint.password(),
                        name,
                        Long.toString(silence.toMillis()),
                        Integer.toString(crashes))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = node.inputReader();
        String said = output.readLine();
        if (!"ready".equals(said)) {
            throw new AssertionError("the node " + name + " said " + said);
        }
        return node;
    }

    private JobOutcome work(JobContext context) {
        write("begin", context);
        try {
            for (int i = 0; i < WORK; i++) {
                context.throwIfCancelled();
                context.progress(100 * i / WORK, "working");
                LockSupport.parkNanos(PIECE_NANOS);
            }
        } catch (RuntimeException e) {
            write("stopped", context);
            throw e;
        }
        return new JobOutcome.Done("{\"by\": \"" + name + "\"}", List.of(), () -> write("end", context));
    }

    /** Takes its node along. */
    private JobOutcome halt(JobContext context) {
        write("begin", context);
        Runtime.getRuntime().halt(134);
        throw new AssertionError("still there");
    }

    private void write(String what, JobContext context) {
        database.database()
                .with(handle -> handle.execute(
                        "INSERT INTO diary (job, what, node) VALUES (?, ?, ?)",
                        context.job().id(),
                        what,
                        name));
    }
}
