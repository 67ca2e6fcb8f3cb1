package dev.evergreen.bench;

import dev.evergreen.media.internal.av.Picture;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A frame of 1080 lines with an effect or in a transition, drawn on one thread; {@link CpuTime} tells what it and its helpers take. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class FrameBenchmark {
    /** Where pictures and natives are kept. */
    static final String FOLDER = "evergreen.bench.folder";
    /** Where the bundles are. */
    static final String BUNDLES = "evergreen.bench.bundles";

    private static final int WARM = 150;

    /** What is drawn, see {@link Stage}. */
    @Param(Stage.PICTURE)
    public String work = Stage.PICTURE;

    private @Nullable Stage stage;

    @Setup
    public void open() throws Exception {
        Path folder = Path.of(System.getProperty(FOLDER));
        Executable.load(folder.resolve("natives"));
        Map<String, Installed> installed = Installed.in(Path.of(System.getProperty(BUNDLES)));
        Stage opened = new Stage(folder.resolve("media"), installed, work);
        stage = opened;
        // By number and not by time, so that a busy machine warms up as well.
        for (int i = 0; i < WARM; i++) {
            opened.draw();
        }
    }

    @Benchmark
    public void frame(Blackhole hole) throws Exception {
        Picture drawn = Objects.requireNonNull(stage).draw();
        hole.consume(drawn);
    }

    @TearDown
    public void close() {
        Objects.requireNonNull(stage).close();
    }
}
