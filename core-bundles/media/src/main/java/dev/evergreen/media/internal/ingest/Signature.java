package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a file say that it is. FFmpeg then opens the file with this demuxer and no other, so that nothing
 * which is dressed up as a film can make it follow a playlist.
 *
 * @param demuxer FFmpeg's name
 * @param mediaType of the file
 * @param kind what it usually holds; an MP4 without pictures is found to be sound later
 */
record Signature(String demuxer, String mediaType, MediaKind kind) {
    private static final int ENOUGH = 1024;
    /** In the chunk VP8X of the WebP container specification. */
    private static final int ANIMATION_FLAGS = 20;

    private static final int ANIMATION = 2;
    private static final int TRANSPORT_PACKET = 188;

    /** FFmpeg decodes its frames, but does not lay them onto each other. */
    private static final Signature ANIMATED_WEBP = new Signature("webp_pipe", "image/webp", MediaKind.VIDEO);

    private record Mark(int offset, String bytes, Signature meaning) {}

    private static final List<Mark> MARKS = List.of(
            mark(0, "\u0089PNG\r\n", "png_pipe", "image/png", MediaKind.IMAGE),
            mark(0, "\u00ff\u00d8\u00ff", "jpeg_pipe", "image/jpeg", MediaKind.IMAGE),
            mark(8, "WEBP", "webp_pipe", "image/webp", MediaKind.IMAGE),
            mark(0, "GIF8", "gif", "image/gif", MediaKind.IMAGE),
            mark(0, "II*\0", "tiff_pipe", "image/tiff", MediaKind.IMAGE),
            mark(0, "MM\0*", "tiff_pipe", "image/tiff", MediaKind.IMAGE),
            mark(8, "WAVE", "wav", "audio/wav", MediaKind.AUDIO),
            mark(8, "AVI ", "avi", "video/x-msvideo", MediaKind.VIDEO),
            mark(8, "AIFF", "aiff", "audio/aiff", MediaKind.AUDIO),
            mark(8, "AIFC", "aiff", "audio/aiff", MediaKind.AUDIO),
            mark(0, "fLaC", "flac", "audio/flac", MediaKind.AUDIO),
            mark(0, "OggS", "ogg", "audio/ogg", MediaKind.AUDIO),
            mark(0, "ID3", "mp3", "audio/mpeg", MediaKind.AUDIO),
            mark(0, "\u001aE\u00df\u00a3", "matroska", "video/webm", MediaKind.VIDEO),
            mark(4, "ftypM4A", "mov", "audio/mp4", MediaKind.AUDIO),
            mark(4, "ftypqt", "mov", "video/quicktime", MediaKind.VIDEO),
            mark(4, "ftypheic", "mov", "image/heic", MediaKind.IMAGE),
            mark(4, "ftypheix", "mov", "image/heic", MediaKind.IMAGE),
            mark(4, "ftypmif1", "mov", "image/heif", MediaKind.IMAGE),
            mark(4, "ftypavif", "mov", "image/avif", MediaKind.IMAGE),
            mark(4, "ftyp", "mov", "video/mp4", MediaKind.VIDEO),
            mark(4, "moov", "mov", "video/quicktime", MediaKind.VIDEO),
            mark(4, "mdat", "mov", "video/quicktime", MediaKind.VIDEO),
            mark(4, "wide", "mov", "video/quicktime", MediaKind.VIDEO),
            mark(0, "BM", "bmp_pipe", "image/bmp", MediaKind.IMAGE));

    private static final Pattern PLAYLIST = Pattern.compile(
            "(?s)\\s*(#EXTM3U|ffconcat|\\[playlist]|v=0\\r?\\n|\\[Reference]|RTSPtext).*|.*<(MPD|smil|asx|"
                    + "playlist|xspf|SmoothStreamingMedia)[\\s>].*|file '?[/A-Za-z].*");
    private static final Pattern DRAWING = Pattern.compile("(?si).*<svg[\\s>].*");
    private static final Pattern SUBTITLES =
            Pattern.compile("(?s)\\s*(WEBVTT|\\[Script Info]|\\d+\\r?\\n\\d\\d:\\d\\d:\\d\\d,\\d{3} -->).*");

    private static Mark mark(int offset, String bytes, String demuxer, String mediaType, MediaKind kind) {
        return new Mark(offset, bytes, new Signature(demuxer, mediaType, kind));
    }

    static Signature of(Path file) throws MediaException {
        byte[] start = start(file);
        String name = String.valueOf(file.getFileName());
        if (start.length == 0) {
            throw new MediaException(MediaException.Kind.UNREADABLE, name + " is empty; give another file");
        }
        if (at(start, 8, "WEBPVP8X") && start.length > ANIMATION_FLAGS && (start[ANIMATION_FLAGS] & ANIMATION) != 0) {
            return ANIMATED_WEBP;
        }
        for (Mark mark : MARKS) {
            if (at(start, mark.offset, mark.bytes)) {
                return mark.meaning;
            }
        }
        if (start[0] == 0x47 && start.length > TRANSPORT_PACKET && start[TRANSPORT_PACKET] == 0x47) {
            return new Signature("mpegts", "video/mp2t", MediaKind.VIDEO);
        }
        if (start.length > 2 && (start[0] & 255) == 255 && (start[1] & 0xE0) == 0xE0) {
            boolean adts = (start[1] & 0x06) == 0;
            return adts
                    ? new Signature("aac", "audio/aac", MediaKind.AUDIO)
                    : new Signature("mp3", "audio/mpeg", MediaKind.AUDIO);
        }
        throw refused(name, new String(start, StandardCharsets.ISO_8859_1));
    }

    private static MediaException refused(String name, String start) {
        String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        @Nullable String reason = null;
        if (DRAWING.matcher(text).matches()) {
            reason = " is an SVG drawing, which is not taken because it may refer to other files; export it as PNG";
        } else if (PLAYLIST.matcher(text).matches()) {
            reason = " is a playlist, which is not taken because it only names other files; give the media themselves";
        } else if (SUBTITLES.matcher(text).matches()) {
            reason = " holds subtitles, which are no picture, sound or moving picture; give the media themselves";
        }
        return new MediaException(
                MediaException.Kind.UNSUPPORTED,
                name
                        + (reason != null
                                ? reason
                                : " is no picture, sound or moving picture that is known by its content; convert it to"
                                        + " PNG, JPEG, WAV, MP3 or MP4"));
    }

    /** All demuxers that FFmpeg knows under this one's names. */
    String whitelist() {
        return switch (demuxer) {
            case "mov" -> "mov,mp4,m4a,3gp,3g2,mj2";
            case "matroska" -> "matroska,webm";
            default -> demuxer;
        };
    }

    /** Whether the engine puts the file's frames together itself; see {@link AnimatedWebp}. */
    boolean unfolds() {
        return equals(ANIMATED_WEBP);
    }

    /** Whether the file is laid out in boxes, so that a tag in it may say how it is turned. */
    boolean boxes() {
        return demuxer.equals("mov");
    }

    private static byte[] start(Path file) throws MediaException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ENOUGH);
        } catch (NoSuchFileException e) {
            throw new MediaException(MediaException.Kind.UNREADABLE, "There is no file " + file, e);
        } catch (IOException e) {
            throw new MediaException(MediaException.Kind.UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean at(byte[] start, int offset, String bytes) {
        byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return start.length >= offset + wanted.length
                && Arrays.equals(start, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
