package dev.evergreen.media.internal.service;

import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import dev.evergreen.media.BlobReader;
import dev.evergreen.media.CheckReport;
import dev.evergreen.media.Checks;
import dev.evergreen.media.CompanionFiles;
import dev.evergreen.media.Companions;
import dev.evergreen.media.FilmPiece;
import dev.evergreen.media.FilmPieces;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.Preview;
import dev.evergreen.media.PreviewRequest;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.Renderer;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.check.FilmChecks;
import dev.evergreen.media.internal.ingest.FfmpegCompanions;
import dev.evergreen.media.internal.ingest.FfmpegIngest;
import dev.evergreen.media.internal.plugin.CodeDigest;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.preview.LivePreview;
import dev.evergreen.media.internal.render.PieceService;
import dev.evergreen.media.internal.render.PieceStore;
import dev.evergreen.media.internal.render.RenderEngine;
import dev.evergreen.media.internal.render.RendererService;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.effect.Transition;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The media engine as one component: its parts share natives, workers and plugins. */
@Component(
        service = {Renderer.class, FilmPieces.class, Ingest.class, Companions.class, Checks.class, Preview.class},
        configurationPid = "dev.evergreen.media")
@Designate(ocd = MediaConfiguration.class)
public final class MediaEngine implements Renderer, FilmPieces, Ingest, Companions, Checks, Preview {
    private static final long MIB = 1 << 20;

    private final Plugins plugins;
    private final Map<Metrics, Metrics.Gauge> figures = new ConcurrentHashMap<>();
    private final ExecutorService workers;
    private final Renderer renderer;
    private final FilmPieces pieces;
    private final Ingest ingest;
    private final Companions companions;
    private final Checks checks;
    private final LivePreview preview;

    @Activate
    public MediaEngine(@Reference NodeData data, MediaConfiguration configuration) throws IOException {
        Path natives =
                configuration.natives().isBlank() ? data.folder("cache", "natives") : Path.of(configuration.natives());
        Natives.load(natives);
        int count = configuration.workers() > 0
                ? configuration.workers()
                : Runtime.getRuntime().availableProcessors();
        long pictures = configuration.pictures() > 0
                ? configuration.pictures() * MIB
                : Runtime.getRuntime().maxMemory() / 4;
        Path temporary = data.folder("tmp", "media");
        plugins = new Plugins(Duration.ofSeconds(configuration.pluginSeconds()));
        workers = Executors.newFixedThreadPool(count, new Daemons());
        PieceStore store =
                new PieceStore(data.folder("cache", "pieces"), configuration.keptPieces() * MIB, Clock.systemUTC());
        Fonts fonts = new Fonts();
        String identity = CodeDigest.of(MediaEngine.class) + " " + Natives.version() + " " + fonts.identity() + " "
                + System.getProperty("java.vm.version");
        RenderEngine engine = new RenderEngine(workers, store, temporary, plugins, fonts, identity, pictures);
        renderer = new RendererService(engine);
        pieces = new PieceService(engine);
        ingest = new FfmpegIngest(temporary);
        companions = new FfmpegCompanions(temporary);
        checks = new FilmChecks(temporary, fonts);
        preview = new LivePreview(plugins, fonts, pictures / 4);
    }

    @Deactivate
    void stop() {
        figures.values().forEach(Metrics.Gauge::close);
        workers.shutdownNow();
        preview.close();
        plugins.stop();
    }

    private static final class Daemons implements ThreadFactory {
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "media-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }

    @Override
    public RenderResult render(RenderRequest request, BlobReader blobs, RenderListener listener) throws MediaException {
        return renderer.render(request, blobs, listener);
    }

    @Override
    public EncodingPlan plan(String exporterId, ExportRequest request, Canvas canvas) throws MediaException {
        return renderer.plan(exporterId, request, canvas);
    }

    @Override
    public List<FilmPiece> missing(RenderRequest request) throws MediaException {
        return pieces.missing(request);
    }

    @Override
    public Set<String> make(RenderRequest request, Set<String> keys, BlobReader blobs, RenderListener listener)
            throws MediaException {
        return pieces.make(request, keys, blobs, listener);
    }

    @Override
    public boolean write(String key, OutputStream target) throws IOException {
        return pieces.write(key, target);
    }

    @Override
    public boolean keep(String key, InputStream source) throws IOException {
        return pieces.keep(key, source);
    }

    @Override
    public MediaInfo probe(Path file, IngestLimits limits) throws MediaException {
        return ingest.probe(file, limits);
    }

    @Override
    public Ingested normalise(Path file, Path folder, IngestLimits limits) throws MediaException {
        return ingest.normalise(file, folder, limits);
    }

    @Override
    public CompanionFiles make(Path file, MediaInfo media, Path folder, WorkLimits limits) throws MediaException {
        return companions.make(file, media, folder, limits);
    }

    @Override
    public CheckReport check(Path film, TimelineSnapshot timeline, EncodingPlan encoding, BlobReader blobs)
            throws MediaException {
        return checks.check(film, timeline, encoding, blobs);
    }

    @Override
    public void play(PreviewRequest request, BlobReader blobs, OutputStream target) throws MediaException, IOException {
        preview.play(request, blobs, target);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addMetrics(Metrics metrics) {
        Meter meter = Meter.of("evergreen_media_lost_threads", "Threads that hung plugins have never given back");
        figures.put(metrics, metrics.gauge(meter, plugins::lostThreads));
    }

    void removeMetrics(Metrics metrics) {
        Metrics.Gauge gauge = figures.remove(metrics);
        if (gauge != null) {
            gauge.close();
        }
    }

    private <T> void add(Class<T> kind, T plugin, Map<String, Object> properties) {
        plugins.add(kind, id(properties), plugin, CodeDigest.of(plugin.getClass()));
    }

    private <T> void remove(Class<T> kind, T plugin, Map<String, Object> properties) {
        plugins.remove(kind, id(properties), plugin);
    }

    private static String id(Map<String, Object> properties) {
        return String.valueOf(properties.get(EffectPlugin.ID));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addVideoEffect(VideoEffect plugin, Map<String, Object> properties) {
        add(VideoEffect.class, plugin, properties);
    }

    void removeVideoEffect(VideoEffect plugin, Map<String, Object> properties) {
        remove(VideoEffect.class, plugin, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addFrameEffect(FrameEffect plugin, Map<String, Object> properties) {
        add(FrameEffect.class, plugin, properties);
    }

    void removeFrameEffect(FrameEffect plugin, Map<String, Object> properties) {
        remove(FrameEffect.class, plugin, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addTimeEffect(TimeEffect plugin, Map<String, Object> properties) {
        add(TimeEffect.class, plugin, properties);
    }

    void removeTimeEffect(TimeEffect plugin, Map<String, Object> properties) {
        remove(TimeEffect.class, plugin, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addAudioEffect(AudioEffect plugin, Map<String, Object> properties) {
        add(AudioEffect.class, plugin, properties);
    }

    void removeAudioEffect(AudioEffect plugin, Map<String, Object> properties) {
        remove(AudioEffect.class, plugin, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addTransition(Transition plugin, Map<String, Object> properties) {
        add(Transition.class, plugin, properties);
    }

    void removeTransition(Transition plugin, Map<String, Object> properties) {
        remove(Transition.class, plugin, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addFrameTransition(FrameTransition plugin, Map<String, Object> properties) {
        add(FrameTransition.class, plugin, properties);
    }

    void removeFrameTransition(FrameTransition plugin, Map<String, Object> properties) {
        remove(FrameTransition.class, plugin, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + EffectPlugin.ID + "=*)")
    void addExporter(Exporter plugin, Map<String, Object> properties) {
        add(Exporter.class, plugin, properties);
    }

    void removeExporter(Exporter plugin, Map<String, Object> properties) {
        remove(Exporter.class, plugin, properties);
    }
}
