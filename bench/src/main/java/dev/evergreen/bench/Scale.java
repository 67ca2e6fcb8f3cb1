package dev.evergreen.bench;

import dev.evergreen.media.RenderListener;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a film's length and size cost: two hours against a minute, and 4K. The first argument is a folder to work in, the second the
 * minutes of the long film.
 */
public final class Scale {
    private static final int SCENES_A_MINUTE = 60 * Floor.FPS / Floor.SCENE;
    private static final int TENTHS = 10;
    private static final int SCENES_IN_4K = 5;

    private final Engine engine;
    private final Path folder;
    private final List<String> stills = new ArrayList<>();
    private final List<String> voices = new ArrayList<>();
    private final String music;

    private Scale(Path folder) throws IOException {
        this.folder = folder;
        engine = new Engine(folder.resolve("engine"));
        Media media = Media.in(folder.resolve("media"));
        for (Path still : media.wide()) {
            stills.add(engine.blob(still));
        }
        for (Path voice : media.voices()) {
            voices.add(engine.blob(voice));
        }
        music = engine.blob(media.music());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Executable.load(folder.resolve("natives"));
        Scale scale = new Scale(folder);
        scale.length(Integer.parseInt(arguments[1]));
        scale.ultraHighDefinition();
        scale.engine.close();
    }

    /** The same scenes again and again, but with a caption of its own each, so that no two segments are alike. */
    private TimelineSnapshot film(int scenes, int width, int height) {
        List<String> pictures = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < scenes; i++) {
            pictures.add(stills.get(i % stills.size()));
            sentences.add(voices.get(i % voices.size()));
            lines.add(Media.LINES.get(i % Media.LINES.size()) + " (" + i + ")");
        }
        return Story.of(pictures, sentences, music, lines, width, height, false);
    }

    private void length(int minutes) throws Exception {
        Path film = folder.resolve("long.mp4");
        engine.forget();
        engine.render(film(SCENES_A_MINUTE, 640, 360), Engine.plan(), film); // the node is warm
        System.gc();
        double idle = Cost.resident() / 1024.0;
        engine.forget();
        Cost minute = Cost.of(() -> engine.render(film(SCENES_A_MINUTE, 640, 360), Engine.plan(), film));
        print(
                "one minute, 640x360: CPU %.1f s, peak %.0f MB (idle %.0f), %.1f MB of film",
                minute.cpu(), minute.memory(), idle, Files.size(film) / 1e6);
        engine.forget();
        Curve curve = new Curve();
        Cost all = Cost.of(
                () -> engine.render(film(minutes * SCENES_A_MINUTE, 640, 360), Engine.plan(), film, curve.listener()));
        print(
                "%d minutes, 640x360: CPU %.1f s a minute of film (%.2f of one minute's), peak %.0f MB, %.1f MB of film",
                minutes, all.cpu() / minutes, all.cpu() / minutes / minute.cpu(), all.memory(), Files.size(film) / 1e6);
        curve.print();
        engine.forget();
        Files.delete(film);
    }

    private void ultraHighDefinition() throws Exception {
        Path film = folder.resolve("4k.mp4");
        engine.forget();
        Cost cost = Cost.of(() -> engine.render(film(SCENES_IN_4K, 3840, 2160), Engine.plan(), film));
        print("25 s of 3840x2160: CPU %.1f s, peak %.0f MB", cost.cpu(), cost.memory());
        engine.forget();
        Files.delete(film);
    }

    /** Memory and time at each tenth of a render. */
    private static final class Curve {
        private final List<String> lines = new ArrayList<>();
        private int next = 1;
        private double before;

        RenderListener listener() throws IOException {
            before = Cost.cpuSeconds();
            return progress -> {
                if (progress.frames() > 0 && progress.framesDone() * TENTHS >= next * progress.frames()) {
                    try {
                        double now = Cost.cpuSeconds();
                        lines.add(String.format(
                                Locale.ROOT,
                                "  %3d %%  %4.0f MB  CPU %.1f s since the tenth before",
                                next * 100 / TENTHS,
                                Cost.resident() / 1024.0,
                                now - before));
                        before = now;
                    } catch (IOException e) {
                        lines.add("  " + e.getMessage());
                    }
                    next++;
                }
            };
        }

        void print() {
            lines.forEach(System.out::println);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
