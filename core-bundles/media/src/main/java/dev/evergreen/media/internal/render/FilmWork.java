package dev.evergreen.media.internal.render;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderProgress;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.RenderStage;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.draw.DrawContext;
import dev.evergreen.media.internal.draw.StillStore;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.sound.SoundMaster;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.SideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The making of one film, or of some of its pieces. */
final class FilmWork {
    /** What sound and the joining of pieces take of a film's time, about. */
    private static final double SOUND_SHARE = 0.06;

    private static final double JOIN_SHARE = 0.02;
    private static final long POLL_MS = 100;

    private final RenderEngine engine;
    private final RenderRequest request;
    private final RenderListener listener;
    private final BlobReader blobs;
    private final Stop stop;
    private final ConcurrentLinkedQueue<LayerScratch> scratches = new ConcurrentLinkedQueue<>();
    private final AtomicLong framesDone = new AtomicLong();
    private final AtomicInteger rendered = new AtomicInteger();
    private volatile boolean soundDone;
    private double fraction;

    FilmWork(RenderEngine engine, RenderRequest request, BlobReader blobs, RenderListener listener) {
        this.engine = engine;
        this.request = request;
        this.blobs = blobs;
        this.listener = listener;
        stop = new Stop(listener::cancelled);
    }

    /** Makes what is missing of the film and joins it. */
    RenderResult run() throws MediaException {
        return guarded(this::film);
    }

    /**
     * Makes some of the film's pieces.
     *
     * @return the keys of those that are there now
     */
    Set<String> pieces(Set<String> wanted) throws MediaException {
        return guarded(futures -> pieces(wanted, futures));
    }

    private interface Work<T> {
        T begin(List<Future<?>> futures) throws MediaException, IOException, InterruptedException;
    }

    private <T> T guarded(Work<T> work) throws MediaException {
        List<Future<?>> futures = new ArrayList<>();
        try {
            return work.begin(futures);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The film cannot be kept: " + e.getMessage() + "; check space and permissions",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Kind.CANCELLED, "Rendering was interrupted", e);
        } finally {
            stop.now();
            futures.forEach(future -> future.cancel(false));
            awaitEnd(futures);
        }
    }

    private RenderResult film(List<Future<?>> futures) throws MediaException, IOException, InterruptedException {
        long frames = request.timeline().durationFrames();
        report(RenderStage.COMPILING, 0, frames);
        FilmOutline outline = FilmOutline.of(engine, request);
        Future<SoundPieces.Sound> sound = sound(outline, futures);
        pictures(outline, Set.copyOf(outline.keys()), futures);
        awaitAll(futures, frames);
        SoundPieces.Sound made = result(sound);
        report(RenderStage.MUXING, 1 - JOIN_SHARE, frames);
        List<Path> sideFiles = finish(outline, made);
        Set<String> inUse = new HashSet<>(outline.keys());
        for (int i = 0; i <= made.pieces(); i++) {
            inUse.add(outline.sound().name(i));
        }
        engine.store().tidy(inUse);
        report(RenderStage.MUXING, 1, frames);
        Duration duration = Duration.ofNanos(Math.round(1e9 * outline.samples() / 48_000));
        return new RenderResult(
                request.output(),
                sideFiles,
                frames,
                duration,
                rendered.get(),
                outline.segments().size() - rendered.get(),
                made.reused(),
                made.loudness());
    }

    private Set<String> pieces(Set<String> wanted, List<Future<?>> futures)
            throws MediaException, IOException, InterruptedException {
        report(RenderStage.COMPILING, 0, 0);
        FilmOutline outline = FilmOutline.of(engine, request);
        Set<String> made = new HashSet<>(outline.keys());
        made.add(outline.sound().name(0));
        made.retainAll(wanted);
        if (made.contains(outline.sound().name(0))) {
            sound(outline, futures);
        } else {
            soundDone = true;
        }
        awaitAll(futures, pictures(outline, made, futures));
        return made;
    }

    private Future<SoundPieces.Sound> sound(FilmOutline outline, List<Future<?>> futures) {
        AudioEncoding heard = request.encoding().sound().orElseThrow();
        Future<SoundPieces.Sound> sound = engine.workers().submit(() -> {
            SoundMaster master = new SoundMaster(
                    outline.clips(),
                    outline.crossings(),
                    outline.timeline().canvas().frameRate(),
                    outline.samples(),
                    blobs,
                    engine.plugins(),
                    stop);
            SoundPieces.Sound made = outline.sound().make(master, heard, engine.temporary());
            soundDone = true;
            return made;
        });
        futures.add(sound);
        return sound;
    }

    /** Begins to draw the segments with these keys; answers how many frames they have. */
    private long pictures(FilmOutline outline, Set<String> wanted, List<Future<?>> futures) {
        StillStore stills = new StillStore(blobs, engine.stillRoom());
        DrawContext context = new DrawContext(blobs, stills, engine.plugins(), engine.fonts());
        long frames = 0;
        for (int i = 0; i < outline.segments().size(); i++) {
            SegmentPlan segment = outline.segments().get(i);
            String key = outline.keys().get(i);
            if (wanted.contains(key)) {
                frames += segment.frames();
                futures.add(engine.workers().submit(() -> {
                    segment(segment, key, context);
                    return key;
                }));
            }
        }
        return frames;
    }

    private void segment(SegmentPlan segment, String key, DrawContext context) throws MediaException, IOException {
        stop.check();
        if (engine.store().find(key).isPresent()) {
            framesDone.addAndGet(segment.frames());
            return;
        }
        LayerScratch scratch = scratches.poll();
        if (scratch == null) {
            scratch = new LayerScratch();
        }
        EncodedPiece piece = SegmentWork.render(segment, context, scratch, stop, framesDone::incrementAndGet);
        scratches.add(scratch);
        engine.store().put(key, piece);
        rendered.incrementAndGet();
    }

    private List<Path> finish(FilmOutline outline, SoundPieces.Sound sound) throws MediaException, IOException {
        Path output = request.output().toAbsolutePath();
        Path folder = output.getParent();
        if (folder == null) {
            throw new IOException(output + " is no path of a file");
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".film-", ".part");
        try {
            new FilmWriter(engine.store(), stop)
                    .write(
                            part,
                            outline.timeline().canvas(),
                            request.encoding(),
                            outline.keys(),
                            outline.segments().stream().map(SegmentPlan::frames).toList(),
                            outline.sound(),
                            sound);
            Files.setPosixFilePermissions(part, engine.filePermissions());
            List<Path> sideFiles = new ArrayList<>();
            for (SideFile kind : request.encoding().sideFiles()) {
                sideFiles.add(Subtitles.beside(output, request.timeline(), kind));
            }
            Files.move(part, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sideFiles;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void awaitAll(List<Future<?>> futures, long frames)
            throws MediaException, IOException, InterruptedException {
        for (Future<?> future : futures) {
            boolean done = false;
            while (!done) {
                if (stop.requested()) {
                    throw new MediaException(MediaException.Kind.CANCELLED, "Rendering was cancelled");
                }
                try {
                    future.get(POLL_MS, TimeUnit.MILLISECONDS);
                    done = true;
                } catch (TimeoutException e) {
                    failEarly(futures);
                } catch (ExecutionException e) {
                    result(future);
                }
                double pictures = frames == 0 ? 1 : (double) framesDone.get() / frames;
                double share = pictures * (1 - SOUND_SHARE - JOIN_SHARE) + (soundDone ? SOUND_SHARE : 0);
                report(pictures == 0 && !soundDone ? RenderStage.SOUND : RenderStage.PICTURES, share, frames);
            }
        }
    }

    /** A failure anywhere ends the film at once, not when its turn comes. */
    private static void failEarly(List<Future<?>> futures) throws MediaException, IOException, InterruptedException {
        for (Future<?> future : futures) {
            if (future.isDone()) {
                result(future);
            }
        }
    }

    private static <T> T result(Future<T> future) throws MediaException, IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof MediaException failure) {
                throw failure;
            }
            if (cause instanceof IOException failure) {
                throw failure;
            }
            throw new MediaException(MediaException.Kind.ENGINE, "Rendering failed: " + cause, cause);
        }
    }

    /** Native memory and files are let go before the caller hears of the end. */
    private static void awaitEnd(List<Future<?>> futures) {
        boolean interrupted = false;
        for (Future<?> future : futures) {
            boolean ended = future.isCancelled();
            while (!ended) {
                try {
                    future.get();
                    ended = true;
                } catch (ExecutionException e) {
                    ended = true; // the first failure has been thrown already
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(RenderStage stage, double share, long frames) {
        fraction = Math.max(fraction, Math.min(1, share));
        listener.progress(new RenderProgress(stage, fraction, Math.min(frames, framesDone.get()), frames));
    }
}
