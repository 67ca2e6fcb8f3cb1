package dev.evergreen.bench;

import dev.evergreen.orchestrator.internal.ChoosingBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** How long it takes to choose among fifty offers. The first argument is a folder to work in. */
public final class Choosing {
    private static final double GOAL_MEAN = 50;
    private static final double GOAL_SLOW = 1_000;

    private Choosing() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Options options = new OptionsBuilder()
                .include(ChoosingBenchmark.class.getName())
                .jvmArgsAppend("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .shouldFailOnError(true)
                .result(folder.resolve("choosing.json").toString())
                .resultFormat(ResultFormatType.JSON)
                .output(folder.resolve("choosing.log").toString())
                .build();
        for (RunResult result : new Runner(options).run()) {
            Statistics times = result.getPrimaryResult().getStatistics();
            System.out.println(String.format(
                    Locale.ROOT,
                    "one of 50 offers, %-8s  mean %5.1f us (goal %.0f), p50 %5.1f, p99 %6.1f (goal %.0f), p99.9 %6.1f, of %d",
                    result.getParams().getParam("policy").toLowerCase(Locale.ROOT),
                    times.getMean(),
                    GOAL_MEAN,
                    times.getPercentile(50),
                    times.getPercentile(99),
                    GOAL_SLOW,
                    times.getPercentile(99.9),
                    times.getN()));
        }
    }
}
