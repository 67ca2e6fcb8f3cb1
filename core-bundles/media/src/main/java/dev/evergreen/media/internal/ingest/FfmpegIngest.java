package dev.evergreen.media.internal.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import dev.evergreen.media.internal.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ingest with FFmpeg's executables. */
public final class FfmpegIngest implements Ingest {
    private static final JsonMapper JSON = new JsonMapper();
    /** Containers round, and the last frame may last longer or shorter than the others. */
    private static final Duration SHORTEST_LOSS = Duration.ofMillis(500);

    private static final List<String> QUIETLY = List.of("-nostdin", "-hide_banner", "-y", "-v", "error");

    private final Path temporary;
    private final ChildProcess children;

    /**
     * @param temporary a folder for what child processes write
     */
    public FfmpegIngest(Path temporary) {
        this.temporary = temporary;
        children = new ChildProcess(temporary);
    }

    @Override
    public MediaInfo probe(Path file, IngestLimits limits) throws MediaException {
        Signature signature = Signature.of(file);
        return signature.unfolds()
                ? unfolded(file, AnimatedWebp.of(file), signature, limits)
                : probed(file, signature, limits).info();
    }

    private static MediaInfo unfolded(Path file, AnimatedWebp animation, Signature signature, IngestLimits limits)
            throws MediaException {
        String name = String.valueOf(file.getFileName());
        boolean moves = animation.frames().size() > 1;
        try {
            MediaInfo info = new MediaInfo(
                    moves ? MediaKind.VIDEO : MediaKind.IMAGE,
                    signature.mediaType(),
                    animation.width(),
                    animation.height(),
                    moves ? animation.duration() : Duration.ZERO,
                    animation.transparent(),
                    0,
                    bytes(file, limits),
                    digest(file));
            refuseLarge(name, info, limits);
            return info;
        } catch (IOException e) {
            throw new MediaException(MediaException.Kind.UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static long bytes(Path file, IngestLimits limits) throws IOException, MediaException {
        long bytes = Files.size(file);
        if (bytes > limits.maxBytes()) {
            throw tooLarge(
                    file.getFileName() + " has " + bytes + " bytes, but at most " + limits.maxBytes() + " are taken");
        }
        return bytes;
    }

    private Probed probed(Path file, Signature signature, IngestLimits limits) throws MediaException {
        String name = String.valueOf(file.getFileName());
        try {
            long bytes = bytes(file, limits);
            List<String> arguments = new ArrayList<>(List.of("-v", "warning"));
            arguments.addAll(input(file, signature, limits));
            arguments.addAll(List.of("-show_format", "-show_streams", "-show_stream_groups", "-of", "json"));
            ChildProcess.Outcome outcome = children.ffprobe(arguments, limits.work());
            Complaints.refuse(name, outcome, limits);
            if (outcome.exit() != 0) {
                throw Complaints.unreadable(name, signature, outcome);
            }
            JsonNode json = JSON.readTree(outcome.output());
            if (json.path("streams").size() > limits.maxStreams()) {
                throw tooLarge(name + " has " + json.path("streams").size() + " streams, but at most "
                        + limits.maxStreams() + " are taken");
            }
            int orientation = signature.mediaType().equals("image/jpeg") ? Orientation.of(file) : 1;
            Probed probed = Probed.of(json, signature, name, bytes, digest(file), orientation);
            refuseLarge(name, probed.info(), limits);
            return probed;
        } catch (JsonProcessingException e) {
            throw new MediaException(MediaException.Kind.ENGINE, "ffprobe's answer on " + name + " cannot be read", e);
        } catch (IOException e) {
            throw new MediaException(MediaException.Kind.UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseLarge(String name, MediaInfo info, IngestLimits limits) throws MediaException {
        if (info.kind() != MediaKind.AUDIO && (info.width() <= 0 || info.height() <= 0)) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    name + " is damaged, or far larger than the " + limits.maxPixels()
                            + " pixels that are taken: its size cannot be read; give another file");
        }
        if ((long) info.width() * info.height() > limits.maxPixels()) {
            throw tooLarge(name + " has " + info.width() + "x" + info.height() + " pixels, but at most "
                    + limits.maxPixels() + " are taken; make it smaller");
        }
        if (info.duration().compareTo(limits.maxDuration()) > 0) {
            throw tooLarge(name + " lasts " + info.duration().toSeconds() + " s, but at most "
                    + limits.maxDuration().toSeconds() + " s are taken; cut it");
        }
    }

    private static MediaException tooLarge(String message) {
        return new MediaException(MediaException.Kind.TOO_LARGE, message);
    }

    @Override
    public Ingested normalise(Path file, Path folder, IngestLimits limits) throws MediaException {
        Signature signature = Signature.of(file);
        if (signature.unfolds()) {
            AnimatedWebp animation = AnimatedWebp.of(file);
            MediaInfo original = unfolded(file, animation, signature, limits);
            return unfold(file, animation, original, folder, limits);
        }
        Probed probed = probed(file, signature, limits);
        String name = String.valueOf(file.getFileName());
        Path target = null;
        try {
            Files.createDirectories(folder);
            target = Files.createTempFile(folder, "media-", Recipes.ending(probed.info()));
            // What can be decoded of a damaged file is used, so no share of errors is too high by itself.
            List<String> arguments = new ArrayList<>(QUIETLY);
            arguments.addAll(List.of("-max_error_rate", "1"));
            if (probed.info().kind() == MediaKind.IMAGE && !signature.boxes()) {
                arguments.add("-noautorotate");
            }
            if (!probed.tiles().isEmpty()) {
                arguments.addAll(List.of("-threads", "1"));
            }
            arguments.addAll(input(file, signature, limits));
            arguments.addAll(Recipes.arguments(probed, limits));
            arguments.add(url(target));
            ChildProcess.Outcome outcome = children.ffmpeg(arguments, limits.work());
            if (outcome.exit() != 0 || Files.size(target) == 0) {
                throw Complaints.unreadable(name, signature, outcome);
            }
            MediaInfo info = made(target, name, signature, outcome, limits);
            Ingested ingested = new Ingested(target, info, probed.info(), notes(probed, info, name, outcome));
            target = null;
            return ingested;
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE, name + " cannot be kept in " + folder + ": " + e.getMessage(), e);
        } finally {
            discard(target);
        }
    }

    private Ingested unfold(Path file, AnimatedWebp animation, MediaInfo original, Path folder, IngestLimits limits)
            throws MediaException {
        String name = String.valueOf(file.getFileName());
        // What is made on the way bears the file's name too, as people are told it when something is wrong with it.
        List<Path> parts = new ArrayList<>();
        try {
            parts.add(Files.createTempDirectory(temporary, "unfolded-"));
            WebpUnfolding unfolding = new WebpUnfolding(file, animation);
            Path stills = part(parts, "stills", name);
            unfolding.stills(stills);
            if (original.kind() == MediaKind.IMAGE) {
                Ingested still = normalise(stills, folder, limits);
                return new Ingested(still.file(), still.media(), original, still.notes());
            }
            Path frames = part(parts, "frames", name);
            List<String> decoding = new ArrayList<>(QUIETLY);
            decoding.addAll(input(stills, Signature.of(stills), limits));
            decoding.addAll(List.of("-noautoscale", "-fps_mode", "passthrough", "-pix_fmt", "rgba", "-f", "rawvideo"));
            decoding.add(url(frames));
            children.ffmpeg(decoding, limits.work());
            Path canvases = part(parts, "canvases", name);
            unfolding.canvases(frames, canvases, limits);
            Path film = part(parts, "film", name);
            List<String> joining = new ArrayList<>(QUIETLY);
            joining.addAll(List.of("-protocol_whitelist", "file", "-f", "rawvideo", "-pixel_format", "rgba"));
            joining.addAll(List.of("-video_size", animation.width() + "x" + animation.height()));
            joining.addAll(List.of("-framerate", unfolding.rate(), "-i", url(canvases), "-c:v", "qtrle"));
            joining.addAll(List.of("-pix_fmt", animation.transparent() ? "argb" : "rgb24", "-f", "mov", url(film)));
            ChildProcess.Outcome joined = children.ffmpeg(joining, limits.work());
            if (joined.exit() != 0) {
                throw new MediaException(
                        MediaException.Kind.ENGINE, name + " cannot be unfolded: " + joined.complaint());
            }
            Ingested moving = normalise(film, folder, limits);
            return new Ingested(moving.file(), moving.media(), original, moving.notes());
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    name + " cannot be unfolded in " + temporary + ": " + e.getMessage(),
                    e);
        } finally {
            for (int i = parts.size() - 1; i >= 0; i--) {
                discard(parts.get(i));
            }
        }
    }

    /** A place for a file of that name in a folder of its own; both are among the parts. */
    private static Path part(List<Path> parts, String what, String name) throws IOException {
        Path folder = Files.createDirectory(parts.get(0).resolve(what));
        parts.add(folder);
        parts.add(folder.resolve(name));
        return folder.resolve(name);
    }

    /** What was made, where it is of any use. */
    private MediaInfo made(
            Path target, String name, Signature signature, ChildProcess.Outcome outcome, IngestLimits limits)
            throws MediaException {
        try {
            MediaInfo info = probe(target, limits);
            if (info.kind() != MediaKind.IMAGE && info.duration().isZero()) {
                throw Complaints.unreadable(name, signature, outcome);
            }
            return info;
        } catch (MediaException e) {
            if (e.kind() == MediaException.Kind.UNREADABLE) {
                throw Complaints.unreadable(name, signature, outcome);
            }
            throw e;
        }
    }

    private static List<String> notes(Probed probed, MediaInfo made, String name, ChildProcess.Outcome outcome) {
        List<String> notes = new ArrayList<>(probed.notes());
        Duration claimed = probed.info().duration();
        if (made.duration().plus(SHORTEST_LOSS).compareTo(claimed) < 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Of its %.1f s only %.1f s could be read; the rest is missing or damaged",
                    claimed.toMillis() / 1000.0,
                    made.duration().toMillis() / 1000.0));
        } else if (!outcome.errors().isBlank()) {
            notes.add("Parts of it are damaged: " + Complaints.first(outcome, name));
        }
        return notes;
    }

    private static void discard(@Nullable Path file) throws MediaException {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new MediaException(
                        MediaException.Kind.STORAGE, file + " cannot be deleted: " + e.getMessage(), e);
            }
        }
    }

    /** One demuxer, one protocol: what is inside the file cannot make FFmpeg open anything else. */
    private static List<String> input(Path file, Signature signature, IngestLimits limits) {
        List<String> arguments = new ArrayList<>(List.of("-protocol_whitelist", "file", "-format_whitelist"));
        arguments.add(signature.whitelist());
        arguments.addAll(List.of("-f", signature.demuxer()));
        if (signature.boxes()) {
            arguments.addAll(List.of("-enable_drefs", "0", "-use_absolute_path", "0"));
        }
        arguments.addAll(List.of("-max_streams", Integer.toString(limits.maxStreams() + 1)));
        arguments.addAll(List.of("-max_pixels", Long.toString(limits.maxPixels()), "-i", url(file)));
        return arguments;
    }

    private static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            int read = digesting.read(buffer);
            while (read >= 0) {
                read = digesting.read(buffer);
            }
            return "sha256:"
                    + HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
