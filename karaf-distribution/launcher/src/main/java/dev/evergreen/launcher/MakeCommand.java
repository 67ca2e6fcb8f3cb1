package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.evergreen.launcher.FilmMaker.Order;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final List<String> FORMATS = List.of("16:9", "9:16", "1:1", "4:5");
    private static final List<String> CAPTIONS = List.of("boxed", "outline", "karaoke", "pop");
    private static final List<String> TIERS = List.of("draft", "standard", "high");
    private static final String NO_CAPTIONS = "none";

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

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "exporter, height and frame rate, such as youtube-1080p30, webm-720p24 or 480p")
    private String preset = "";

    @Option(names = "--format", paramLabel = "W:H", description = "16:9, 9:16, 1:1 or 4:5")
    private String format = "";

    @Option(
            names = "--voice",
            paramLabel = "NAME",
            description = "the narrator's voice, such as hazel, oak or espeak-ng:en")
    private String voice = "";

    @Option(names = "--style", paramLabel = "NAME", description = "look of the pictures, in any words")
    private String style = "";

    @Option(
            names = "--music",
            paramLabel = "MOOD",
            description = "mood of the music in any words, such as calm or tense; none for no music")
    private String music = "";

    @Option(
            names = "--captions",
            paramLabel = "NAME",
            description = "how captions look: boxed, outline, karaoke or pop; none for no captions")
    private String captions = "";

    @Option(names = "--scene", paramLabel = "N", description = "only this scene, counted from 1")
    private @Nullable Integer scene;

    @Option(
            names = "--quality",
            paramLabel = "TIER",
            description = "draft, standard or high: how good and how dear what is bought may be")
    private String quality = "";

    @Option(names = "--estimate", description = "only say what it would cost, line by line; nothing is bought or made")
    private boolean estimate;

    @Option(names = "--json", description = "one JSON object a line: progress, note, and finished or failed at the end")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        try {
            return make();
        } catch (Failure e) {
            if (json) {
                System.out.println(JSON.createObjectNode()
                        .put("event", "failed")
                        .put("message", e.getMessage())
                        .put("exitCode", e.exitCode()));
            }
            throw e;
        }
    }

    private int make() {
        PrintStream out = System.out;
        Progress progress = json ? Progress.forPrograms(out) : Progress.forPeople(out, System.console() != null);
        Order order = new Order(script, settings(), Optional.ofNullable(scene), Optional.ofNullable(media));
        FilmMaker.checkReadable(order);
        if (!estimate) {
            target(".mp4").checkWritable();
        }
        boolean own = data.folder().node().isEmpty();
        Thread hint = new Thread(() -> sayHowToGoOn(progress, own), "how-to-go-on");
        try (NodeSession session = NodeSession.open(
                data.folder(),
                () -> progress.note("Starting a node on " + data.folder().path()))) {
            Runtime.getRuntime().addShutdownHook(hint);
            FilmMaker maker = new FilmMaker(session, progress);
            if (estimate) {
                JsonNode told = maker.estimate(order);
                NodeProcess.forget(hint);
                Bill.printEstimate(out, told, json);
                return 0;
            }
            JsonNode production = maker.make(order);
            JsonNode film = production.path("film");
            FilmFile file = target("video/webm".equals(film.path("mediaType").asText()) ? ".webm" : ".mp4");
            file.fetch(session.client(), "/assets/" + film.path("id").asText());
            NodeProcess.forget(hint);
            report(out, production, file.path());
            return 0;
        } catch (Failure e) {
            progress.end();
            // An interrupted person gets the hint rather than an error about the broken connection.
            NodeProcess.forget(hint);
            throw e;
        }
    }

    private void sayHowToGoOn(Progress progress, boolean own) {
        progress.end();
        progress.note(
                own
                        ? "Stopped. What is finished stays; the same command goes on from there."
                        : "The node goes on making the film; the same command follows it.");
    }

    private Map<String, Object> settings() {
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            throw new Failure(
                    Failure.USAGE, "--format " + format + " is not known; choose " + String.join(", ", FORMATS));
        }
        if (scene != null && scene < 1) {
            throw new Failure(Failure.USAGE, "--scene " + scene + " does not exist; scenes are counted from 1");
        }
        if (!captions.isEmpty() && !captions.equals(NO_CAPTIONS) && !CAPTIONS.contains(captions)) {
            throw new Failure(
                    Failure.USAGE,
                    "--captions " + captions + " is not known; choose " + String.join(", ", CAPTIONS) + " or "
                            + NO_CAPTIONS);
        }
        if (!quality.isEmpty() && !TIERS.contains(quality)) {
            throw new Failure(
                    Failure.USAGE, "--quality " + quality + " is not known; choose " + String.join(", ", TIERS));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        if (captions.equals(NO_CAPTIONS)) {
            settings.put("captions", false);
        } else if (!captions.isEmpty()) {
            settings.put("captionStyle", captions);
        }
        Map.of("preset", preset, "format", format, "voice", voice, "style", style, "music", music, "tier", quality)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        settings.put(name, value);
                    }
                });
        return settings;
    }

    /** @param ending of a film that was given no name */
    private FilmFile target(String ending) {
        String suffix = scene == null ? "" : "-scene-" + scene;
        return new FilmFile(output != null ? output : Path.of("films", FilmMaker.stem(script) + suffix + ending));
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
            event.set("findings", production.path("findings"));
            out.println(event);
            return;
        }
        Bill.print(out, production);
        JsonNode checks = production.path("checks");
        if (!checks.isEmpty()) {
            String more = checks.size() == 1 ? "" : " (and " + (checks.size() - 1) + " more; --json tells all)";
            out.println("Check: " + checks.path(0).asText() + more);
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
