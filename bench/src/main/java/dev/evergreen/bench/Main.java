package dev.evergreen.bench;

import dev.evergreen.media.RenderResult;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Renders the same films with the engine and with the ffmpeg executable, in turns, and prints what both took. The first
 * argument is a folder to work in, the second how many rounds.
 */
public final class Main {
    private static final int SHORTS = 10;

    /** Scenes that melt makes; it takes its time. */
    private static final int MELTED = 3;

    private final Path folder;
    private final int rounds;
    private final Media media;
    private final Path font;
    private final Engine engine;
    private final List<String> stills = new ArrayList<>();
    private final List<String> tall = new ArrayList<>();
    private final List<String> voices = new ArrayList<>();
    private final String music;

    private Main(Path folder, int rounds) throws IOException {
        this.folder = folder;
        this.rounds = rounds;
        media = Media.in(folder.resolve("media"));
        font = fontFile(folder);
        engine = new Engine(folder.resolve("engine"));
        for (Path still : media.wide()) {
            stills.add(engine.blob(still));
        }
        for (Path still : media.tall()) {
            tall.add(engine.blob(still));
        }
        for (Path voice : media.voices()) {
            voices.add(engine.blob(voice));
        }
        music = engine.blob(media.music());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Executable.load(folder.resolve("natives"));
        Main bench = new Main(folder, Integer.parseInt(arguments[1]));
        bench.story();
        bench.vertical();
        bench.engine.close();
    }

    private static Path fontFile(Path folder) throws IOException {
        Path file = folder.resolve("Inter-SemiBold.otf");
        try (var in = Engine.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf")) {
            if (in == null) {
                throw new IOException("the media bundle has no font Inter-SemiBold.otf");
            }
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private TimelineSnapshot story(List<String> lines) {
        return Story.of(stills, voices, music, lines, 1920, 1080, true);
    }

    /** A narrated story of a minute, then with another caption. */
    private void story() throws Exception {
        Floor shaky = new Floor(media, font, Floor.Motion.ZOOMPAN, true);
        Floor cut = new Floor(media, font, Floor.Motion.ZOOMPAN, false);
        Floor smooth = new Floor(media, font, Floor.Motion.PERSPECTIVE, true);
        Path ours = folder.resolve("story.mp4");
        Path theirs = folder.resolve("story-floor.mp4");
        Path steady = folder.resolve("story-smooth.mp4");
        TimelineSnapshot story = story(Media.LINES);
        engine.forget();
        engine.render(story, Engine.plan(), ours); // the node is warm
        System.gc();
        double idle = Cost.resident() / 1024.0;
        List<Cost> cold = new ArrayList<>();
        List<Cost> floor = new ArrayList<>();
        List<Cost> plain = new ArrayList<>();
        List<Cost> edits = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            floor.add(Cost.of(() -> Executable.ffmpeg(shaky.story(theirs, Media.LINES, false))));
            engine.forget();
            cold.add(Cost.of(() -> engine.render(story, Engine.plan(), ours)));
            plain.add(Cost.of(() -> Executable.ffmpeg(cut.story(folder.resolve("story-cut.mp4"), Media.LINES, false))));
            List<String> lines = new ArrayList<>(Media.LINES);
            lines.set(6, "Another caption, number " + i + ".");
            Path edited = folder.resolve("story-edited.mp4");
            RenderResult[] result = new RenderResult[1];
            edits.add(Cost.of(() -> result[0] = engine.render(story(lines), Engine.plan(), edited)));
            print("edited: %d segments rendered, %d kept", result[0].segmentsRendered(), result[0].segmentsReused());
        }
        Cost perspective = Cost.of(() -> Executable.ffmpeg(smooth.story(steady, Media.LINES, false)));
        double ourCpu = Cost.median(cold, Cost::cpu);
        double floorCpu = Cost.median(floor, Cost::cpu);
        double plainCpu = Cost.median(plain, Cost::cpu);
        print(
                "B1 story, 60 s 1080p30 | engine: wall %.1f s, CPU %.1f s, peak %.0f MB (idle %.0f)",
                Cost.median(cold, Cost::wall), ourCpu, Cost.median(cold, Cost::memory), idle);
        print(
                "                       | zoompan floor: wall %.1f s, CPU %.1f s, peak %.0f MB",
                Cost.median(floor, Cost::wall), floorCpu, Cost.median(floor, Cost::memory));
        print("                       | without xfade: CPU %.1f s; smooth: CPU %.1f s", plainCpu, perspective.cpu());
        print(
                "CPU ratio: %.2f of zoompan, %.2f of no xfade, %.2f of perspective; wall %.2f",
                ourCpu / floorCpu,
                ourCpu / plainCpu,
                ourCpu / perspective.cpu(),
                Cost.median(cold, Cost::wall) / Cost.median(floor, Cost::wall));
        print("memory above idle: %.0f MB", Cost.median(cold, Cost::memory) - idle);
        print(
                "B3 one caption: wall %.2f s, CPU %.2f s: %.3f of cold wall",
                Cost.median(edits, Cost::wall),
                Cost.median(edits, Cost::cpu),
                Cost.median(edits, Cost::wall) / Cost.median(cold, Cost::wall));
        print(
                "jitter: engine %.3f px, zoompan %.3f, perspective %.3f",
                Quality.jitter(ours, folder), Quality.jitter(theirs, folder), Quality.jitter(steady, folder));
        if (Melt.isInstalled()) {
            Path melted = folder.resolve("story-melt.mp4");
            Cost melt = Cost.of(() -> Melt.story(media, folder, melted, MELTED));
            print(
                    "melt, the first %d of %d scenes: wall %.1f s, CPU %.1f s: %.1f times the engine's for as many; jitter %.3f px",
                    MELTED,
                    stills.size(),
                    melt.wall(),
                    melt.cpu(),
                    melt.cpu() * stills.size() / MELTED / ourCpu,
                    Quality.jitter(melted, folder));
        }
        Path ourMaster = folder.resolve("story-lossless.mp4");
        Path theirMaster = folder.resolve("story-floor-lossless.mp4");
        engine.render(story, Engine.lossless(), ourMaster);
        Executable.ffmpeg(shaky.story(theirMaster, Media.LINES, true));
        print(
                "SSIM to lossless: engine %.5f, floor %.5f; bytes %.3f of the floor's",
                Quality.similarity(ours, ourMaster),
                Quality.similarity(theirs, theirMaster),
                (double) Files.size(ours) / Files.size(theirs));
        double[] loud = Quality.loudness(ours);
        double[] loudFloor = Quality.loudness(theirs);
        print(
                "loudness: engine %.1f LUFS %.1f dBTP; floor %.1f LUFS %.1f dBTP",
                loud[0], loud[1], loudFloor[0], loudFloor[1]);
    }

    /** Ten shorts of fifteen seconds. */
    private void vertical() throws Exception {
        Floor floor = new Floor(media, font, Floor.Motion.ZOOMPAN, true);
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            engine.forget();
            ours.add(Cost.of(this::shorts));
            theirs.add(Cost.of(() -> inPairs(
                    SHORTS, j -> Executable.ffmpeg(floor.vertical(folder.resolve("short-floor-" + j + ".mp4"), j)))));
        }
        print(
                "B4 ten shorts | engine: wall %.1f s, CPU %.1f s; floor: wall %.1f s, CPU %.1f s; %.2f times the floor's videos a minute",
                Cost.median(ours, Cost::wall),
                Cost.median(ours, Cost::cpu),
                Cost.median(theirs, Cost::wall),
                Cost.median(theirs, Cost::cpu),
                Cost.median(theirs, Cost::wall) / Cost.median(ours, Cost::wall));
    }

    private void shorts() throws Exception {
        for (int j = 0; j < SHORTS; j++) {
            List<String> pictures = new ArrayList<>();
            List<String> spoken = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (int q = 0; q < 3; q++) {
                int k = (j + 4 * q) % 12;
                pictures.add(tall.get(k));
                spoken.add(voices.get(k));
                lines.add(Media.LINES.get(k));
            }
            engine.render(
                    Story.of(pictures, spoken, music, lines, 1080, 1920, false),
                    Engine.plan(),
                    folder.resolve("short-" + j + ".mp4"));
        }
    }

    private interface Numbered {
        void run(int number) throws Exception;
    }

    /** As somebody would do it on a machine of so many processors. */
    private static void inPairs(int count, Numbered work) throws Exception {
        var pool = java.util.concurrent.Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors());
        try {
            List<java.util.concurrent.Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(pool.submit(() -> {
                    work.run(number);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
