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
        description = "Lists the newest jobs of the running node; cancels or retries one.")
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

    private static int change(String id, String verb, DataOption at) {
        JsonNode job = at.running().post("/jobs/" + NodeClient.encode(id) + "/" + verb, Map.of());
        System.out.println(job.path("title").asText() + ": " + job.path("state").asText());
        return 0;
    }
}
