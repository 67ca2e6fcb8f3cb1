package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the node has to do. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "Lists the newest jobs of the running node; cancels, retries or discards one; holds queues.")
final class JobsCommand implements Callable<Integer> {
    @Option(names = "--all", description = "with the steps of productions")
    private boolean all;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        JsonNode jobs = data.running().get("/jobs?limit=50" + (all ? "" : "&rootsOnly=true"));
        if (json) {
            System.out.println(jobs);
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode job : jobs) {
            String error = job.path("error").asText();
            rows.add(List.of(
                    job.path("id").asText(),
                    job.path("createdAt").asText().replaceFirst("\\.\\d+Z$", "Z"),
                    job.path("state").asText(),
                    job.path("progress").asInt() + " %",
                    job.path("title").asText() + (error.isEmpty() ? "" : ": " + error)));
        }
        Table.print(System.out, List.of("JOB", "SINCE", "STATE", "DONE", "WHAT"), rows);
        return 0;
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Stops a job and its steps.")
    int cancel(@Parameters(paramLabel = "JOB", description = "its id") String id, @Mixin DataOption at) {
        return change(id, "cancel", at);
    }

    @Command(name = "retry", mixinStandardHelpOptions = true, description = "Runs a failed or cancelled job again.")
    int retry(@Parameters(paramLabel = "JOB", description = "its id") String id, @Mixin DataOption at) {
        return change(id, "retry", at);
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Gives up a failed, dead or cancelled job and removes it.")
    int discard(@Parameters(paramLabel = "JOB", description = "its id") String id, @Mixin DataOption at) {
        at.running().delete("/jobs/" + NodeClient.encode(id));
        return 0;
    }

    @Command(
            name = "queues",
            mixinStandardHelpOptions = true,
            description = "Shows what waits, runs and was given up in each queue.")
    int queues(@Mixin DataOption at) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode queue : at.running().get("/queues")) {
            rows.add(List.of(
                    queue.path("queue").asText(),
                    queue.path("paused").asBoolean() ? "held" : "",
                    queue.path("waiting").asText(),
                    queue.path("parked").asText(),
                    queue.path("running").asText(),
                    queue.path("dead").asText(),
                    Math.round(queue.path("waitedSeconds").asDouble()) + " s"));
        }
        Table.print(System.out, List.of("QUEUE", "HELD", "WAITING", "PARKED", "RUNNING", "DEAD", "OLDEST"), rows);
        return 0;
    }

    @Command(name = "hold", mixinStandardHelpOptions = true, description = "Lets a queue hand out no jobs.")
    int hold(@Parameters(paramLabel = "QUEUE", description = "its name") String queue, @Mixin DataOption at) {
        return pause(queue, true, at);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets a held queue go on.")
    int resume(@Parameters(paramLabel = "QUEUE", description = "its name") String queue, @Mixin DataOption at) {
        return pause(queue, false, at);
    }

    private static int pause(String queue, boolean paused, DataOption at) {
        at.running().put("/queues/" + NodeClient.encode(queue), Map.of("paused", paused), Map.of());
        return 0;
    }

    private static int change(String id, String verb, DataOption at) {
        JsonNode job = at.running().post("/jobs/" + NodeClient.encode(id) + "/" + verb, Map.of());
        System.out.println(job.path("title").asText() + ": " + job.path("state").asText());
        return 0;
    }
}
