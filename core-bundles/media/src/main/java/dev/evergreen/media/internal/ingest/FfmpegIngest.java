package dev.evergreen.media.internal.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Ingest with FFmpeg's executables. */
public final class FfmpegIngest implements Ingest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MOST_MEMORY = Long.toString(1L << 30);

    private final ChildProcess children;

    /**
     * @param temporary a folder for what child processes write
     */
    public FfmpegIngest(Path temporary) {
        children = new ChildProcess(temporary);
    }

    @Override
    public MediaInfo probe(Path file, IngestLimits limits) throws MediaException {
        return probed(file, limits).info();
    }

    private Probed probed(Path file, IngestLimits limits) throws MediaException {
        String name = String.valueOf(file.getFileName());
        try {
            Signature signature = Signature.of(file);
            long bytes = Files.size(file);
            if (bytes > limits.maxBytes()) {
                throw new MediaException(
                        MediaException.Kind.TOO_LARGE,
                        name + " has " + bytes + " bytes, but at most " + limits.maxBytes() + " are taken");
            }
            List<String> arguments = new ArrayList<>(List.of("-v", "error", "-max_alloc", MOST_MEMORY));
            arguments.addAll(only(signature));
            arguments.addAll(List.of("-show_format", "-show_streams", "-of", "json", "-i", url(file)));
            ChildProcess.Outcome outcome = children.ffprobe(arguments, limits.timeout());
            if (outcome.exit() != 0) {
                throw unreadable(name, signature, outcome);
            }
            int orientation = signature.mediaType().equals("image/jpeg") ? Orientation.of(file) : 1;
            Probed probed =
                    Probed.of(JSON.readTree(outcome.output()), signature, name, bytes, digest(file), orientation);
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
            throw new MediaException(
                    MediaException.Kind.TOO_LARGE,
                    name + " has " + info.width() + "x" + info.height() + " pixels, but at most " + limits.maxPixels()
                            + " are taken; make it smaller");
        }
        if (info.duration().compareTo(limits.maxDuration()) > 0) {
            throw new MediaException(
                    MediaException.Kind.TOO_LARGE,
                    name + " lasts " + info.duration().toSeconds() + " s, but at most "
                            + limits.maxDuration().toSeconds() + " s are taken; cut it");
        }
    }

    @Override
    public Ingested normalise(Path file, Path folder, IngestLimits limits) throws MediaException {
        Probed probed = probed(file, limits);
        Signature signature = Signature.of(file);
        String name = String.valueOf(file.getFileName());
        String ending = Recipes.ending(probed.info());
        Path target = null;
        try {
            Files.createDirectories(folder);
            target = Files.createTempFile(folder, "media-", ending);
            List<String> arguments = new ArrayList<>(List.of(
                    "-nostdin", "-hide_banner", "-y", "-v", "error", "-max_alloc", MOST_MEMORY, "-noautorotate"));
            if (probed.info().kind() == MediaKind.VIDEO) {
                arguments.remove("-noautorotate");
            }
            arguments.addAll(only(signature));
            arguments.addAll(List.of("-max_pixels", Long.toString(limits.maxPixels()), "-i", url(file)));
            arguments.addAll(Recipes.arguments(probed, limits));
            arguments.add(url(target));
            ChildProcess.Outcome outcome = children.ffmpeg(arguments, limits.timeout());
            if (outcome.exit() != 0 || Files.size(target) == 0) {
                throw unreadable(name, signature, outcome);
            }
            MediaInfo info = probe(target, limits);
            Ingested ingested = new Ingested(target, info, probed.info());
            target = null;
            return ingested;
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE, name + " cannot be kept in " + folder + ": " + e.getMessage(), e);
        } finally {
            discard(target);
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path file) throws MediaException {
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
    private static List<String> only(Signature signature) {
        return List.of(
                "-protocol_whitelist", "file", "-format_whitelist", whitelist(signature), "-f", signature.demuxer());
    }

    private static String whitelist(Signature signature) {
        return switch (signature.demuxer()) {
            case "mov" -> "mov,mp4,m4a,3gp,3g2,mj2";
            case "matroska" -> "matroska,webm";
            default -> signature.demuxer();
        };
    }

    private static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static MediaException unreadable(String name, Signature signature, ChildProcess.Outcome outcome) {
        String complaint = outcome.complaint()
                .replaceAll("\\[[^\\]]* @ 0x[0-9a-f]+\\] *", "")
                .replaceAll("file:\\S+", name);
        return new MediaException(
                MediaException.Kind.UNREADABLE,
                name + " starts like " + signature.mediaType() + ", but is damaged"
                        + (complaint.isEmpty() ? "" : " (" + complaint + ")") + "; give another file");
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
