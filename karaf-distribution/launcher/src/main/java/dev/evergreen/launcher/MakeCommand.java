package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.evergreen.launcher.FilmMaker.Order;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From a script to a film in one go. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a film of a script.",
            "Uses the node that runs on the data folder, or starts one and stops it afterwards. Making the same script again"
                    + " repeats only what changed; after Ctrl-C the same command goes on where it was."
        },
        footer = {
            "",
            "Scripts: Fountain (.fountain), Final Draft (.fdx), Markdown (.md), plain text (.txt), subtitles (.srt).",
            "Exit codes: 0 made, 2 the script or an option cannot be meant, 3 a tool is missing, 4 a file or folder cannot be"
                    + " used, 5 no node, 6 the production failed, 130 interrupted."
        })
final class MakeCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "SCRIPT", description = "the script file")
    private Path script = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where the film goes (default: films/<script's name>.mp4)")
    private @Nullable Path output;

    @Option(
            names = "--media",
            paramLabel = "DIR",
            description = "your own pictures, clips and recordings, by scene number, file name or cue")
    private @Nullable Path media;

    @Option(names = "--preset", paramLabel = "NAME", description = "export preset, such as youtube-1080p30")
    private String preset = "";

    @Option(names = "--format", paramLabel = "W:H", description = "16:9, 9:16, 1:1 or 4:5")
    private String format = "";

    @Option(names = "--voice", paramLabel = "NAME", description = "the narrator's voice")
    private String voice = "";

    @Option(names = "--style", paramLabel = "NAME", description = "look of the pictures")
    private String style = "";

    @Option(names = "--music", paramLabel = "MOOD", description = "mood of the music, or none")
    private String music = "";

    @Option(names = "--scene", paramLabel = "N", description = "only this scene, counted from 1")
    private @Nullable Integer scene;

    @Option(names = "--json", description = "one JSON object a line instead of words")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Progress progress = json ? Progress.forPrograms(out) : Progress.forPeople(out, System.console() != null);
        Order order = new Order(script, settings(), Optional.ofNullable(scene), Optional.ofNullable(media));
        FilmMaker.checkReadable(order);
        boolean own = data.folder().node().isEmpty();
        Thread hint = new Thread(() -> sayHowToGoOn(progress, own), "how-to-go-on");
        try (NodeSession session = NodeSession.open(
                data.folder(),
                () -> progress.note("Starting a node on " + data.folder().path()))) {
            Runtime.getRuntime().addShutdownHook(hint);
            JsonNode production = new FilmMaker(session.client(), progress).make(order);
            JsonNode film = production.path("film");
            Path file = target(film);
            fetch(session.client(), film, file);
            Runtime.getRuntime().removeShutdownHook(hint);
            report(out, production, file);
            return 0;
        } catch (Failure e) {
            forget(hint);
            throw e;
        }
    }

    private static void forget(Thread hint) {
        try {
            Runtime.getRuntime().removeShutdownHook(hint);
        } catch (IllegalStateException e) {
            // Already on the way out: the interrupted person gets the hint rather than an error about the broken
            // connection.
            throw new Interrupted(e);
        }
    }

    /** The command was interrupted; everything has been said. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted(Throwable cause) {
            super(cause);
        }
    }

    private void sayHowToGoOn(Progress progress, boolean own) {
        progress.end();
        progress.note(
                own
                        ? "Stopped. What is finished stays; go on with: evergreen make " + script
                        : "The node goes on making the film; follow it with: evergreen make " + script);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        Map.of("preset", preset, "format", format, "voice", voice, "style", style, "music", music)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        settings.put(name, value);
                    }
                });
        return settings;
    }

    private Path target(JsonNode film) {
        if (output != null) {
            return output.toAbsolutePath();
        }
        String suffix = scene == null ? "" : "-scene-" + scene;
        String ending = "video/webm".equals(film.path("mediaType").asText()) ? ".webm" : ".mp4";
        return Path.of("films", FilmMaker.stem(script) + suffix + ending).toAbsolutePath();
    }

    /** Downloads beside the target first: a film is there whole or not at all. */
    private static void fetch(NodeClient node, JsonNode film, Path file) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try {
                node.download("/assets/" + film.path("id").asText(), part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.FILES,
                    "the film is made but cannot be written to " + file + "; use -o with another path",
                    e);
        }
    }

    private void report(PrintStream out, JsonNode production, Path file) {
        if (json) {
            ObjectNode event = JSON.createObjectNode()
                    .put("event", "finished")
                    .put("film", file.toString())
                    .put("production", production.path("id").asText());
            event.set("metadata", production.path("film").path("metadata"));
            event.set("bill", production.path("bill"));
            event.set("total", production.path("total"));
            event.set("checks", production.path("checks"));
            out.println(event);
            return;
        }
        Bill.print(out, production);
        for (JsonNode finding : production.path("checks")) {
            out.println("Check: " + finding.asText());
        }
        out.println();
        out.println("Film    " + file);
        length(production.path("film"))
                .ifPresent(length -> out.println(String.format(
                        Locale.ROOT, "Length  %s (%.1f s)", Progress.clock(length), length.toMillis() / 1000.0)));
        out.println("Bill    " + production.path("total").path("text").asText());
    }

    private static Optional<Duration> length(JsonNode film) {
        JsonNode metadata = film.path("metadata");
        for (String name : new String[] {"durationSeconds", "duration", "seconds"}) {
            if (metadata.path(name).isNumber()) {
                return Optional.of(
                        Duration.ofMillis(Math.round(metadata.path(name).asDouble() * 1000)));
            }
        }
        return Optional.empty();
    }
}
