package dev.evergreen.bench;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.render.PieceStore;
import dev.evergreen.media.internal.render.RenderEngine;
import dev.evergreen.media.internal.render.RendererService;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.transition.crossdissolve.internal.CrossDissolve;
import dev.evergreen.transition.diptocolour.internal.DipToColour;
import dev.evergreen.transition.iris.internal.Iris;
import dev.evergreen.transition.slide.internal.Slide;
import dev.evergreen.transition.wipe.internal.Wipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The engine as a node has it, in this process. */
final class Engine implements AutoCloseable, BlobReader {
    private static final long KEPT = 4L << 30;

    private final Path folder;
    private final ExecutorService workers;
    private final Plugins plugins = new Plugins(Duration.ofMinutes(1));
    private final Fonts fonts = new Fonts();
    private final Map<String, Path> blobs = new HashMap<>();

    Engine(Path folder) {
        this.folder = folder;
        int count = Runtime.getRuntime().availableProcessors();
        workers = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "media");
            thread.setDaemon(true);
            return thread;
        });
        plugins.add(FrameTransition.class, "evergreen.cross-dissolve", new CrossDissolve(), "1");
        plugins.add(FrameTransition.class, "evergreen.dip-to-colour", new DipToColour(), "1");
        plugins.add(FrameTransition.class, "evergreen.iris", new Iris(), "1");
        plugins.add(FrameTransition.class, "evergreen.slide", new Slide(), "1");
        plugins.add(FrameTransition.class, "evergreen.wipe", new Wipe(), "1");
    }

    /** The floor's encoder settings. */
    static EncodingPlan plan() {
        return plan(23, Map.of("preset", "veryfast"));
    }

    static EncodingPlan lossless() {
        return plan(0, Map.of("preset", "ultrafast", "profile", "high444"));
    }

    private static EncodingPlan plan(int quality, Map<String, String> options) {
        return new EncodingPlan(
                Container.MP4,
                new VideoEncoding(VideoCodec.H264, quality, 0, 75, 3, options),
                new AudioEncoding(AudioCodec.AAC, 128_000, -14, -1),
                List.of());
    }

    /** Renders with the pieces that earlier calls left. */
    RenderResult render(TimelineSnapshot timeline, EncodingPlan plan, Path film) throws Exception {
        return render(timeline, plan, film, RenderListener.NONE);
    }

    RenderResult render(TimelineSnapshot timeline, EncodingPlan plan, Path film, RenderListener listener)
            throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        PieceStore store = new PieceStore(folder.resolve("pieces"), KEPT, Clock.systemUTC());
        RenderEngine engine = new RenderEngine(
                workers,
                store,
                temporary,
                plugins,
                fonts,
                "bench",
                Runtime.getRuntime().maxMemory() / 4);
        return new RendererService(engine).render(new RenderRequest(timeline, plan, film), this, listener);
    }

    /** Removes all pieces. */
    void forget() throws IOException {
        Path pieces = folder.resolve("pieces");
        if (Files.isDirectory(pieces)) {
            try (Stream<Path> files = Files.walk(pieces)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The name by which timelines know a file. */
    String blob(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            String name = "sha256:" + HexFormat.of().formatHex(digest);
            blobs.put(name, file);
            return name;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Path path(String digest) throws IOException {
        Path file = blobs.get(digest);
        if (file == null) {
            throw new NoSuchFileException(digest);
        }
        return file;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
