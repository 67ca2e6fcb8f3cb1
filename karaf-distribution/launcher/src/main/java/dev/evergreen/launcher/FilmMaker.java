package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a film of a script file on a node: one project for a script file, so that making it again repeats nothing that is
 * done, and an interrupted production goes on.
 */
final class FilmMaker {
    private static final long LOOK_AGAIN_MILLIS = 400;
    /** Larger than any script; the node names its own limit for what is below. */
    private static final long LARGEST_SCRIPT_BYTES = 20L << 20;

    private final NodeSession session;
    private final NodeClient node;
    private final Progress progress;

    FilmMaker(NodeSession session, Progress progress) {
        this.session = session;
        this.node = session.client();
        this.progress = progress;
    }

    /**
     * What to make.
     *
     * @param settings the project's settings as the API takes them; what is missing is as the script says
     * @param scene only this scene, counted from 1
     * @param media folder of the maker's own pictures, clips and recordings
     */
    record Order(Path script, Map<String, Object> settings, Optional<Integer> scene, Optional<Path> media) {}

    /** Refuses what cannot be a script before any node is started. */
    static void checkReadable(Order order) {
        Path script = order.script();
        if (Files.isDirectory(script)) {
            throw new Failure(Failure.USAGE, script + " is a folder; name the script file in it");
        }
        if (!Files.exists(script)) {
            throw new Failure(Failure.USAGE, script + " does not exist; give the path of a script file");
        }
        try {
            if (!Files.isReadable(script)) {
                throw new Failure(Failure.FILES, script + " cannot be read; check its permissions");
            }
            long size = Files.size(script);
            if (size == 0) {
                throw new Failure(Failure.USAGE, script + " is empty; write a scene into it first");
            }
            if (size > LARGEST_SCRIPT_BYTES) {
                throw new Failure(
                        Failure.USAGE,
                        script + " has " + (size >> 20) + " MB, and a script may have " + (LARGEST_SCRIPT_BYTES >> 20)
                                + " MB; is it really a script?");
            }
        } catch (IOException e) {
            throw new Failure(Failure.FILES, script + " cannot be read: " + e.getMessage(), e);
        }
        order.media().ifPresent(OwnMedia::checkReadable);
    }

    /** The production when it has ended well. */
    JsonNode make(Order order) {
        return follow(inProject(order, project -> begin(project, order)));
    }

    /** What {@link #make} would cost. The script and the maker's own files are stored, as for making. */
    JsonNode estimate(Order order) {
        return inProject(order, project -> {
            prepare(project, order);
            return node.post("/projects/" + project + "/productions/estimate", request(order));
        });
    }

    private <T> T inProject(Order order, Function<String, T> work) {
        String title = stem(order.script());
        String origin = "Script: " + order.script().toAbsolutePath().normalize();
        Optional<String> known = project(title, origin);
        String project = known.orElseGet(() -> node.post(
                        "/projects", Map.of("title", title, "description", origin, "settings", order.settings()))
                .path("id")
                .asText());
        try {
            return work.apply(project);
        } catch (Failure e) {
            if (known.isEmpty()) {
                forget(project, e);
            }
            throw e;
        }
    }

    private String begin(String project, Order order) {
        prepare(project, order);
        List<String> unfinished = unfinished(project);
        // The node has one unfinished production of a text with the same choices, and answers with it when asked again.
        String production = node.post("/projects/" + project + "/productions", request(order))
                .path("id")
                .asText();
        if (unfinished.contains(production)) {
            progress.note("Going on where it was interrupted; finished steps stay.");
        }
        return production;
    }

    /** A project whose very first script or media was refused is no project. */
    private void forget(String project, Failure why) {
        try {
            node.delete("/projects/" + project);
        } catch (Failure e) {
            why.addSuppressed(e);
        }
    }

    private Optional<String> project(String title, String origin) {
        for (JsonNode project : node.get("/projects?limit=200")) {
            if (project.path("title").asText().equals(title)
                    && project.path("description").asText().equals(origin)) {
                return Optional.of(project.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** The project is as the order says. */
    private void prepare(String project, Order order) {
        order.media().ifPresent(folder -> new OwnMedia(node, progress).upload(project, folder));
        String path = "/projects/" + project;
        node.upload("PUT", path + "/script", order.script(), Map.of());
        updateSettings(path, order);
    }

    private static Map<String, Object> request(Order order) {
        Map<String, Object> request = new LinkedHashMap<>(order.settings());
        order.scene().ifPresent(scene -> request.put("scene", scene));
        return request;
    }

    private void updateSettings(String path, Order order) {
        JsonNode current = node.get(path);
        if (!sameSettings(current, order)) {
            node.put(
                    path,
                    Map.of(
                            "title", current.path("title").asText(),
                            "description", current.path("description").asText(),
                            "settings", order.settings()),
                    Map.of("If-Match", "\"" + current.path("revision").asText() + "\""));
        }
    }

    private List<String> unfinished(String projectId) {
        List<String> unfinished = new ArrayList<>();
        for (JsonNode production : node.get("/projects/" + projectId + "/productions?limit=20")) {
            if (!production.path("job").path("final").asBoolean()) {
                unfinished.add(production.path("id").asText());
            }
        }
        return unfinished;
    }

    private static boolean sameSettings(JsonNode project, Order order) {
        JsonNode settings = project.path("settings");
        return Stream.of("format", "preset", "voice", "style", "music", "tier")
                .allMatch(name -> settings.path(name)
                        .asText("")
                        .equals(String.valueOf(order.settings().getOrDefault(name, ""))));
    }

    private JsonNode follow(String productionId) {
        CountDownLatch never = new CountDownLatch(1);
        JsonNode production = MissingNode.getInstance();
        do {
            production = look(productionId);
            JsonNode job = production.path("job");
            Optional<Duration> remaining = production.has("etaSeconds")
                    ? Optional.of(
                            Duration.ofSeconds(production.path("etaSeconds").asLong()))
                    : Optional.empty();
            progress.show(job.path("progress").asInt(), stage(production), remaining);
        } while (!production.path("job").path("final").asBoolean() && pause(never));
        progress.end();
        JsonNode job = production.path("job");
        if (!"succeeded".equals(job.path("state").asText())) {
            throw new Failure(Failure.PRODUCTION, reason(production));
        }
        return production;
    }

    private JsonNode look(String productionId) {
        String path = "/productions/" + productionId;
        try {
            return session.client().get(path);
        } catch (Failure e) {
            if (e.exitCode() != Failure.NODE || !session.awaitSuccessor()) {
                throw e;
            }
            progress.end();
            progress.note("The node crashed and was started again; finished steps stay, the film goes on.");
            return session.client().get(path);
        }
    }

    private static boolean pause(CountDownLatch never) {
        try {
            return !never.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.ENGINE, "interrupted", e);
        }
    }

    private static String stage(JsonNode production) {
        for (JsonNode step : production.path("steps")) {
            if ("running".equals(step.path("state").asText())) {
                String stage = step.path("stage").asText();
                return stage.isEmpty() ? step.path("title").asText() : stage;
            }
        }
        JsonNode job = production.path("job");
        String stage = job.path("stage").asText();
        return stage.isEmpty() ? word(job.path("state").asText()) : stage;
    }

    private static String word(String state) {
        return switch (state) {
            case "succeeded" -> "Done";
            case "running" -> "At work";
            default -> state.isEmpty() ? "" : Character.toUpperCase(state.charAt(0)) + state.substring(1);
        };
    }

    private static String reason(JsonNode production) {
        JsonNode job = production.path("job");
        for (JsonNode step : production.path("steps")) {
            if (List.of("failed", "dead").contains(step.path("state").asText())) {
                return step.path("title").asText() + " failed: "
                        + step.path("error").asText();
            }
        }
        String error = job.path("error").asText();
        return "the production ended as " + job.path("state").asText() + (error.isEmpty() ? "" : ": " + error);
    }

    /** The file's name without its ending. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
