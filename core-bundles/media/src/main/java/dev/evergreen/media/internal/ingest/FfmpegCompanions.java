package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.CompanionFiles;
import dev.evergreen.media.Companions;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.AudioReader;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Thumbnails and proxies with FFmpeg's executable; peaks with the engine's own reader, as the file is normalised. */
public final class FfmpegCompanions implements Companions {
    private static final int PROXY_SIDE = 640;
    private static final int STILL_SIDE = 320;
    private static final int THUMBNAIL_HEIGHT = 90;
    private static final int SECONDS_A_THUMBNAIL = 2;
    private static final int MOST_THUMBNAILS = 60;

    private final ChildProcess children;

    /**
     * @param temporary a folder for what child processes write
     */
    public FfmpegCompanions(Path temporary) {
        children = new ChildProcess(temporary);
    }

    @Override
    public CompanionFiles make(Path file, MediaInfo media, Path folder, WorkLimits limits) throws MediaException {
        List<Path> made = new ArrayList<>();
        boolean done = false;
        try {
            Files.createDirectories(folder);
            Optional<Path> thumbnails = Optional.empty();
            Optional<Path> proxy = Optional.empty();
            Optional<Path> peaks = Optional.empty();
            int count = media.kind() == MediaKind.AUDIO ? 0 : thumbnails(media);
            if (count > 0) {
                thumbnails = Optional.of(run(
                        file,
                        target(folder, media.transparent() ? ".png" : ".jpg", made),
                        limits,
                        strip(media, count)));
            }
            if (media.kind() == MediaKind.VIDEO && Math.max(media.width(), media.height()) > PROXY_SIDE) {
                proxy = Optional.of(run(file, target(folder, ".mp4", made), limits, proxy()));
            }
            if (media.audioChannels() > 0) {
                Path target = target(folder, ".dat", made);
                try (AudioReader reader = new AudioReader(file, 0)) {
                    Peaks.write(reader, target);
                }
                peaks = Optional.of(target);
            }
            done = true;
            return new CompanionFiles(thumbnails, count, proxy, peaks);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE, file.getFileName() + " cannot be heard: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The thumbnails of " + file.getFileName() + " cannot be kept in " + folder + ": " + e.getMessage(),
                    e);
        } finally {
            if (!done) {
                discard(made);
            }
        }
    }

    private static void discard(List<Path> files) throws MediaException {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new MediaException(MediaException.Kind.STORAGE, "Cannot delete " + e.getMessage(), e);
        }
    }

    private static Path target(Path folder, String ending, List<Path> made) throws IOException {
        Path target = Files.createTempFile(folder, "companion-", ending);
        made.add(target);
        return target;
    }

    private Path run(Path file, Path target, WorkLimits limits, List<String> recipe)
            throws MediaException, IOException {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-y", "-v", "error"));
        arguments.addAll(List.of("-protocol_whitelist", "file"));
        arguments.addAll(recipe);
        arguments.set(arguments.indexOf("INPUT"), "file:" + file.toAbsolutePath());
        arguments.add("file:" + target.toAbsolutePath());
        ChildProcess.Outcome outcome = children.ffmpeg(arguments, limits);
        if (outcome.exit() != 0 || Files.size(target) == 0) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    file.getFileName() + " cannot be shown: "
                            + Complaints.first(outcome, String.valueOf(file.getFileName())));
        }
        return target;
    }

    private static int thumbnails(MediaInfo media) {
        double seconds = media.duration().toMillis() / 1000.0;
        return (int) Math.max(1, Math.min(MOST_THUMBNAILS, Math.round(seconds / SECONDS_A_THUMBNAIL)));
    }

    /** Normalised films have a key frame every second, so nothing else need be decoded. */
    private static List<String> strip(MediaInfo media, int count) {
        if (media.kind() == MediaKind.IMAGE) {
            return List.of("-i", "INPUT", "-vf", within(STILL_SIDE), "-frames:v", "1", "-update", "1");
        }
        double seconds = Math.max(0.001, media.duration().toNanos() / 1e9);
        String filters = String.format(
                Locale.ROOT, "fps=%.6f:start_time=0,scale=-2:%d,tile=%dx1", count / seconds, THUMBNAIL_HEIGHT, count);
        return List.of("-skip_frame", "nokey", "-i", "INPUT", "-vf", filters, "-frames:v", "1", "-update", "1");
    }

    private static List<String> proxy() {
        List<String> arguments = new ArrayList<>(List.of("-i", "INPUT", "-vf", within(PROXY_SIDE)));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "27", "-g", "15", "-bf", "0"));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart", "-f", "mp4"));
        return arguments;
    }

    private static String within(int side) {
        return String.format(
                Locale.ROOT,
                "scale=w='min(%1$d,iw)':h='min(%1$d,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2",
                side);
    }
}
