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

/**
 * What the first bytes of a file say that it is. FFmpeg then opens the file with this demuxer and no other, so that nothing
 * which is dressed up as a film can make it follow a playlist.
 *
 * @param demuxer FFmpeg's name
 * @param mediaType of the file
 * @param kind what it usually holds; an MP4 without pictures is found to be sound later
 */
record Signature(String demuxer, String mediaType, MediaKind kind) {
    private static final int ENOUGH = 16;

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
            mark(4, "ftyp", "mov", "video/mp4", MediaKind.VIDEO),
            mark(4, "moov", "mov", "video/quicktime", MediaKind.VIDEO),
            mark(0, "BM", "bmp_pipe", "image/bmp", MediaKind.IMAGE));

    private static final List<String> STILLS_IN_MP4 =
            List.of("ftypheic", "ftypheix", "ftyphevc", "ftypmif1", "ftypavif");

    private static Mark mark(int offset, String bytes, String demuxer, String mediaType, MediaKind kind) {
        return new Mark(offset, bytes, new Signature(demuxer, mediaType, kind));
    }

    static Signature of(Path file) throws MediaException {
        byte[] start = start(file);
        String name = String.valueOf(file.getFileName());
        if (start.length == 0) {
            throw new MediaException(MediaException.Kind.UNREADABLE, name + " is empty; give another file");
        }
        for (String brand : STILLS_IN_MP4) {
            if (at(start, 4, brand)) {
                throw new MediaException(
                        MediaException.Kind.UNSUPPORTED,
                        name + " is a HEIC or AVIF picture, which is not supported; convert it to JPEG or PNG");
            }
        }
        for (Mark mark : MARKS) {
            if (at(start, mark.offset, mark.bytes)) {
                return mark.meaning;
            }
        }
        if (start.length > 2 && (start[0] & 255) == 255 && (start[1] & 0xE0) == 0xE0) {
            boolean adts = (start[1] & 0x06) == 0;
            return adts
                    ? new Signature("aac", "audio/aac", MediaKind.AUDIO)
                    : new Signature("mp3", "audio/mpeg", MediaKind.AUDIO);
        }
        throw new MediaException(
                MediaException.Kind.UNSUPPORTED,
                name + " is no picture, sound or moving picture that is known by its content; convert it to PNG, JPEG,"
                        + " WAV, MP3 or MP4");
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
