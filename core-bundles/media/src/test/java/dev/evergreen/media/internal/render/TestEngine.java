package dev.evergreen.media.internal.render;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An engine on a temporary folder, with a cross-dissolve as its only plugin and blobs that are files. */
public final class TestEngine implements AutoCloseable, BlobReader {
    public static final String DISSOLVE = "test.dissolve";

    public final Path folder;
    public final Plugins plugins = new Plugins(Duration.ofSeconds(20));
    private final ExecutorService workers;
    private final RendererService renderer;
    private final PieceService pieces;
    private final Map<String, Path> blobs = new HashMap<>();

    public TestEngine(Path folder, int threads) throws IOException {
        this.folder = folder;
        Natives.load(natives());
        workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        PieceStore store = new PieceStore(folder.resolve("pieces"), 1L << 30, Clock.systemUTC());
        plugins.add(FrameTransition.class, DISSOLVE, new Dissolve(), "1");
        RenderEngine engine = new RenderEngine(workers, store, temporary, plugins, new Fonts(), "test", 300L << 20);
        renderer = new RendererService(engine);
        pieces = new PieceService(engine);
    }

    PieceService pieces() {
        return pieces;
    }

    /** Shared by all test runs of this machine's user, as unpacking takes a while. */
    public static Path natives() {
        return Path.of(System.getProperty("user.home"), ".javacpp", "cache");
    }

    public String blob(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        String name = "sha256:" + HexFormat.of().formatHex(digest);
        blobs.put(name, file);
        return name;
    }

    @Override
    public Path path(String digest) throws IOException {
        Path path = blobs.get(digest);
        if (path == null) {
            throw new NoSuchFileException(digest);
        }
        return path;
    }

    public RenderResult render(TimelineSnapshot timeline, EncodingPlan plan, Path output) throws Exception {
        return render(timeline, plan, output, RenderListener.NONE);
    }

    public RenderResult render(TimelineSnapshot timeline, EncodingPlan plan, Path output, RenderListener listener)
            throws Exception {
        return renderer.render(new RenderRequest(timeline, plan, output), this, listener);
    }

    /** H.264 and AAC as the MP4 exporter plans them, with a quick preset. */
    public static EncodingPlan mp4(String preset) {
        return new EncodingPlan(
                Container.MP4,
                new VideoEncoding(VideoCodec.H264, 21, 12_000_000, 15, 2, Map.of("preset", preset, "profile", "high")),
                new AudioEncoding(AudioCodec.AAC, 384_000, -14, -1),
                List.of());
    }

    public static EncodingPlan webm() {
        return new EncodingPlan(
                Container.WEBM,
                new VideoEncoding(
                        VideoCodec.VP9,
                        34,
                        0,
                        60,
                        0,
                        Map.of("deadline", "good", "cpu-used", "5", "auto-alt-ref", "1", "lag-in-frames", "16")),
                new AudioEncoding(AudioCodec.OPUS, 160_000, -14, -1),
                List.of());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** A plain cross-dissolve, byte by byte. */
    private static final class Dissolve implements FrameTransition {
        @Override
        public TransitionSession open(EffectRequest request, MediaFormat in) {
            return (from, to, progress, target) -> {
                for (int i = 0; i < 3; i++) {
                    blend(from, to, progress, target, i);
                }
            };
        }

        private static void blend(VideoFrame from, VideoFrame to, double progress, VideoFrame target, int plane) {
            int share = (int) Math.round(256 * progress);
            int width = target.plane(plane).width();
            int[] a = new int[(width + 3) / 4];
            int[] b = new int[a.length];
            for (int y = 0; y < target.plane(plane).height(); y++) {
                from.plane(plane).read(y, a);
                to.plane(plane).read(y, b);
                dev.evergreen.media.internal.picture.Kernels.mix(a, b, share, a, a.length);
                target.plane(plane).write(y, a);
            }
        }
    }
}
