package dev.evergreen.jobs.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A node in a process of its own, to be killed. Every begin and every end of a job is written down. */
final class CrashingNode {
    static final int STEPS = 5;

    private static final int WORK = 80;

    private final OpenDatabase database;

    private CrashingNode(OpenDatabase database) {
        this.database = database;
    }

    /** @param arguments URL, user and password of the database; it runs until its input ends or it is killed */
    public static void main(String[] arguments) throws IOException {
        OpenDatabase database = OpenDatabase.open(new DatabaseEndpoint(arguments[0], arguments[1], arguments[2]), 8);
        CrashingNode node = new CrashingNode(database);
        TestNode engine = new TestNode(database, "crashing", TestNode.QUICK);
        engine.handle("parent", node::divide).handle("step", node::work).start();
        System.out.println("ready");
        System.in.transferTo(System.out);
        engine.close();
        database.close();
    }

    private JobOutcome divide(JobContext context) {
        write("begin", context);
        List<NewJob> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            UUID[] before = i == 0 ? new UUID[0] : new UUID[] {steps.get(i - 1).id()};
            steps.add(TestNode.step(context.job().id(), "step", before));
        }
        return new JobOutcome.Done("{}", steps, () -> write("end", context));
    }

    private JobOutcome work(JobContext context) {
        write("begin", context);
        for (int i = 0; i < WORK; i++) {
            write("work", context);
            context.progress(100 * i / WORK, "working");
            context.throwIfCancelled();
        }
        return new JobOutcome.Done("{}", List.of(), () -> write("end", context));
    }

    private void write(String what, JobContext context) {
        database.database()
                .with(handle -> handle.execute(
                        "INSERT INTO diary (job, what) VALUES (?, ?)",
                        context.job().id(),
                        what));
    }
}
