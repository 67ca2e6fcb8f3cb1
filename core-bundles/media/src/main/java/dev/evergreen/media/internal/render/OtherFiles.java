package dev.evergreen.media.internal.render;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.PictureSize;
import dev.evergreen.spi.export.Rendition;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the files that are not one stream of packets of pictures and sound: captions, animated pictures, and HLS presentations. */
final class OtherFiles {
    private static final WorkLimits LIMITS =
            new WorkLimits(Duration.ofHours(1), Duration.ofHours(4), 4L << 30, 8L << 30);
    private static final String PLAYLIST = "index.m3u8";

    private final RenderEngine engine;
    private final RenderRequest request;
    private final BlobReader blobs;
    private final RenderListener listener;

    OtherFiles(RenderEngine engine, RenderRequest request, BlobReader blobs, RenderListener listener) {
        this.engine = engine;
        this.request = request;
        this.blobs = blobs;
        this.listener = listener;
    }

    /** The captions alone. */
    RenderResult captions(SideFile kind) throws MediaException {
        if (request.timeline().captionTracks().stream()
                .allMatch(track -> track.clips().isEmpty())) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "The film has no captions to export; make it with captions, or add some");
        }
        return written(part -> Files.writeString(part, Subtitles.write(request.timeline(), kind)), List.of());
    }

    /** An animated picture: the film in a good quality first, then its best palette, then the pictures in that palette. */
    RenderResult gif() throws MediaException {
        EncodingPlan plan = request.encoding();
        Map<String, String> options = plan.pictures().orElseThrow().options();
        return inFolder(folder -> {
            Path film = folder.resolve("film.mp4");
            EncodingPlan between = new EncodingPlan(
                    Container.MP4,
                    new VideoEncoding(VideoCodec.H264, 12, 0, 30, 0, Map.of("preset", "ultrafast", "profile", "high")),
                    new AudioEncoding(AudioCodec.AAC, 64_000, -14, -1),
                    List.of(),
                    plan.size(),
                    List.of());
            RenderResult rendered = film(request.timeline(), between, film);
            String rate = "fps=" + options.getOrDefault("fps", "12");
            Path palette = folder.resolve("palette.png");
            child(List.of("-i", "file:" + film, "-vf", rate + ",palettegen=stats_mode=diff", "-update", "1"), palette);
            Path animated = folder.resolve("film.gif");
            String dither = options.getOrDefault("dither", "bayer:bayer_scale=4");
            child(
                    List.of(
                            "-i",
                            "file:" + film,
                            "-i",
                            "file:" + palette,
                            "-lavfi",
                            rate + "[x];[x][1:v]paletteuse=diff_mode=rectangle:dither=" + dither,
                            "-loop",
                            options.getOrDefault("loop", "0")),
                    animated);
            RenderResult result =
                    written(part -> Files.copy(animated, part, StandardCopyOption.REPLACE_EXISTING), List.of());
            return replaced(rendered, result);
        });
    }

    private void child(List<String> arguments, Path output) throws MediaException {
        List<String> all = new ArrayList<>(List.of("-v", "error", "-nostdin", "-y", "-protocol_whitelist", "file"));
        all.addAll(arguments);
        all.addAll(List.of("-threads", "1", "-bitexact", "file:" + output));
        ChildProcess.Outcome outcome = new ChildProcess(engine.temporary()).ffmpeg(all, LIMITS);
        if (outcome.exit() != 0) {
            throw new MediaException(
                    MediaException.Kind.ENGINE, "The animated picture cannot be made: " + outcome.complaint());
        }
    }

    /** All renditions with their playlists, a master playlist, and the captions, in one archive. */
    RenderResult hls() throws MediaException {
        EncodingPlan plan = request.encoding();
        return inFolder(folder -> {
            List<RenderResult> results = new ArrayList<>();
            List<Path> files = new ArrayList<>();
            StringBuilder master = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
            AudioEncoding sound = plan.sound().orElseThrow();
            for (Rendition rendition : plan.renditions()) {
                String name = rendition.size().height() + "p";
                Path own = Files.createDirectories(folder.resolve(name));
                EncodingPlan single = new EncodingPlan(
                        Container.HLS, rendition.video(), sound, List.of(), rendition.size(), List.of(rendition));
                results.add(film(request.timeline(), single, own.resolve(PLAYLIST)));
                long peak = rendition.video().maxBitsPerSecond() + sound.bitsPerSecond();
                master.append(entry(rendition.size(), peak, request.timeline().canvas(), own))
                        .append(name)
                        .append('/')
                        .append(PLAYLIST)
                        .append('\n');
            }
            Files.writeString(folder.resolve("master.m3u8"), master);
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
            RenderResult result = written(part -> zip(folder, files, part), sideFiles());
            return replaced(results.get(0), result);
        });
    }

    /** A line of the master playlist by RFC 8216, 4.3.4.2; codecs as RFC 6381 names them. */
    private static String entry(PictureSize size, long peak, Canvas canvas, Path folder) throws IOException {
        byte[] init = Files.readAllBytes(folder.resolve("init.mp4"));
        return String.format(
                Locale.ROOT,
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,RESOLUTION=%dx%d,FRAME-RATE=%.3f,CODECS=\"%s,mp4a.40.2\"%n",
                peak,
                size.width(),
                size.height(),
                canvas.frameRate().framesPerSecond(),
                avc(init));
    }

    /** Profile, compatibility and level, which stand behind the version in the box {@code avcC} (ISO/IEC 14496-15, 5.3.3.1). */
    private static String avc(byte[] init) throws IOException {
        for (int i = 0; i + 7 < init.length; i++) {
            if (init[i] == 'a' && init[i + 1] == 'v' && init[i + 2] == 'c' && init[i + 3] == 'C') {
                return String.format("avc1.%02x%02x%02x", init[i + 5], init[i + 6], init[i + 7]);
            }
        }
        throw new IOException("The initialisation segment says nothing of its codec");
    }

    /** Stored, not compressed, as media is compressed already; without times, so that equal films give equal archives. */
    private static void zip(Path folder, List<Path> files, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private RenderResult film(TimelineSnapshot timeline, EncodingPlan plan, Path output) throws MediaException {
        return new FilmWork(engine, new RenderRequest(timeline, plan, output), blobs, listener).run();
    }

    private List<Path> sideFiles() throws IOException {
        List<Path> sideFiles = new ArrayList<>();
        for (SideFile kind : request.encoding().sideFiles()) {
            sideFiles.add(Subtitles.beside(request.output(), request.timeline(), kind));
        }
        return sideFiles;
    }

    private static RenderResult replaced(RenderResult film, RenderResult file) {
        return new RenderResult(
                file.film(),
                file.sideFiles(),
                film.frames(),
                film.duration(),
                film.segmentsRendered(),
                film.segmentsReused(),
                film.soundReused(),
                film.loudness());
    }

    private interface Writing {
        void to(Path part) throws IOException;
    }

    /** Puts a file in its place at once, when it is whole. */
    private RenderResult written(Writing writing, List<Path> sideFiles) throws MediaException {
        Path output = request.output().toAbsolutePath();
        try {
            Path folder = output.getParent();
            if (folder == null) {
                throw new IOException(output + " is no path of a file");
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".file-", ".part");
            try {
                writing.to(part);
                Files.setPosixFilePermissions(part, engine.filePermissions());
                Files.move(part, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The file " + output + " cannot be written: " + e.getMessage() + "; check space and permissions",
                    e);
        }
        TimelineSnapshot timeline = request.timeline();
        long frames = timeline.durationFrames();
        Duration duration =
                Duration.ofNanos(Math.round(1e9 * timeline.canvas().frameRate().sampleAt(frames) / 48_000));
        Loudness silence = new Loudness(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        return new RenderResult(request.output(), sideFiles, frames, duration, 0, 0, false, silence);
    }

    private interface Making {
        RenderResult in(Path folder) throws MediaException, IOException;
    }

    private RenderResult inFolder(Making making) throws MediaException {
        try {
            Path folder = Files.createTempDirectory(engine.temporary(), "film");
            try {
                return making.in(folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The film cannot be kept in " + engine.temporary() + ": " + e.getMessage() + "; free some space",
                    e);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(folder)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : content) {
            Files.deleteIfExists(each);
        }
    }
}
