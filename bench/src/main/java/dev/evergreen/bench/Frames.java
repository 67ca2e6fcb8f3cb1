package dev.evergreen.bench;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.Transition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints what every installed video effect and transition adds to a frame of 1080 lines, and how that compares with libavfilter. The first
 * argument is a folder to work in, the second the folder of the bundles, the third a part of the ids that are wanted, or nothing.
 */
public final class Frames {
    /** A shadow shows only around something that does not fill the frame. */
    private static final String SHADOW = "evergreen.picture-in-picture+evergreen.drop-shadow";

    private Frames() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Path media = Files.createDirectories(folder.resolve("media"));
        Stills.make(media.resolve("wide-0.jpg"), 0, 2880, 1620);
        Stills.make(media.resolve("wide-1.jpg"), 1, 2880, 1620);
        Executable.load(folder.resolve("natives"));
        Map<String, Installed> installed = Installed.in(Path.of(arguments[1]));
        String wanted = arguments.length > 2 ? arguments[2] : "";
        List<String> works = new ArrayList<>(installed.keySet());
        works.add(SHADOW);
        works.removeIf(work -> !work.contains(wanted));
        works.addAll(0, List.of(Stage.PICTURE, Stage.SOLID, Stage.NOTHING, Stage.COPY));
        Map<String, Double> scores = measured(folder, arguments[1], works);
        double picture = scores.getOrDefault(Stage.PICTURE, Double.NaN);
        double solid = scores.getOrDefault(Stage.SOLID, Double.NaN);
        FilterFloor floor = new FilterFloor(folder);
        print("%-56s %8s %8s   %s", "1080p, ms of CPU a frame", "drawn", "adds", "libavfilter, ratio");
        for (String work : works) {
            Installed plugin = installed.get(work);
            boolean two =
                    plugin != null && (plugin.kind() == FrameTransition.class || plugin.kind() == Transition.class);
            double drawn = scores.getOrDefault(work, Double.NaN);
            double base = work.startsWith("bench.") ? solid : picture;
            double adds = drawn - (two ? 2 : 1) * base;
            String against = "";
            if (!floor.filter(work).isEmpty()) {
                double theirs = floor.milliseconds(work);
                String name = floor.filter(work).replaceAll("[=:]?(duration|offset|/).*", "");
                against = String.format(Locale.ROOT, "%s %.1f, %.2f", name, theirs, adds / theirs);
            }
            print("%-56s %8.2f %8.2f   %s", work + (two ? " (transition)" : ""), drawn, adds, against);
        }
    }

    private static Map<String, Double> measured(Path folder, String bundles, List<String> works) throws Exception {
        Options options = new OptionsBuilder()
                .include(FrameBenchmark.class.getName())
                .param("work", works.toArray(new String[0]))
                .jvmArgsAppend(
                        "-D" + FrameBenchmark.FOLDER + "=" + folder,
                        "-D" + FrameBenchmark.BUNDLES + "=" + Path.of(bundles).toAbsolutePath())
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .result(folder.resolve("frames.json").toString())
                .resultFormat(org.openjdk.jmh.results.format.ResultFormatType.JSON)
                .output(folder.resolve("frames.log").toString())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> scores = new TreeMap<>();
        for (RunResult result : results) {
            Result<?> cpu = Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL));
            scores.put(result.getParams().getParam("work"), cpu.getScore());
        }
        return scores;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
