package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.MediaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How an animated WebP is put together, read from its container (RFC 9649); its pictures themselves are not looked at here. Of a file
 * that breaks off, the frames that are whole.
 *
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 * @param transparent whether the canvas may be seen through
 */
record AnimatedWebp(int width, int height, boolean transparent, List<Frame> frames) {
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int CANVAS = 10;
    private static final int FRAME_HEADER = 16;
    private static final int ALPHA = 0x10;
    private static final int DO_NOT_BLEND = 2;
    private static final int DISPOSE = 1;

    /** Shorter frames are shown for {@link #USUAL}, as browsers do. */
    private static final int SHORTEST = 11;

    private static final int USUAL = 100;

    /** Canvas and frame lie in memory. */
    private static final long MOST_PIXELS = 4096 * 4096;

    AnimatedWebp {
        frames = List.copyOf(frames);
    }

    /**
     * A picture that is laid onto the canvas.
     *
     * @param x of its left edge on the canvas
     * @param y of its upper edge on the canvas
     * @param milliseconds how long it is shown
     * @param blended whether the canvas shines through it; otherwise it replaces what was there
     * @param cleared whether its rectangle becomes transparent afterwards
     * @param offset of its chunks in the file
     * @param bytes of its chunks
     */
    record Frame(
            int x,
            int y,
            int width,
            int height,
            int milliseconds,
            boolean blended,
            boolean cleared,
            long offset,
            long bytes) {}

    /** @throws MediaException UNREADABLE when there is no frame in it, or one beside the canvas; TOO_LARGE above 16 megapixels */
    static AnimatedWebp of(Path file) throws MediaException {
        String name = String.valueOf(file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer canvas = read(channel, HEADER + CHUNK_HEADER, CANVAS);
            int flags = canvas.get(0);
            int width = number(canvas, 4) + 1;
            int height = number(canvas, 7) + 1;
            if ((long) width * height > MOST_PIXELS) {
                throw new MediaException(
                        MediaException.Kind.TOO_LARGE,
                        name + " is an animation of " + width + "x" + height + " pixels, but at most " + MOST_PIXELS
                                + " are taken of one that moves; make it smaller");
            }
            List<Frame> frames = new ArrayList<>();
            long at = HEADER;
            while (at + CHUNK_HEADER <= channel.size()) {
                ByteBuffer header = read(channel, at, CHUNK_HEADER);
                long bytes = header.getInt(4) & 0xffffffffL;
                long content = at + CHUNK_HEADER;
                if (content + bytes > channel.size()) {
                    break;
                }
                if (StandardCharsets.ISO_8859_1
                                .decode(header.limit(4))
                                .toString()
                                .equals("ANMF")
                        && bytes > FRAME_HEADER) {
                    Frame frame = frame(read(channel, content, FRAME_HEADER), content, bytes);
                    if (frame.x + frame.width > width || frame.y + frame.height > height) {
                        throw damaged(name, "its frame " + (frames.size() + 1) + " lies beside its canvas");
                    }
                    frames.add(frame);
                }
                at = content + bytes + (bytes & 1);
            }
            if (frames.isEmpty()) {
                throw damaged(name, "there is no whole frame in it");
            }
            return new AnimatedWebp(width, height, (flags & ALPHA) != 0, frames);
        } catch (IOException e) {
            throw new MediaException(MediaException.Kind.UNREADABLE, name + " cannot be read: " + e.getMessage(), e);
        }
    }

    Duration duration() {
        return Duration.ofMillis(
                frames.stream().mapToLong(frame -> frame.milliseconds).sum());
    }

    private static Frame frame(ByteBuffer header, long content, long bytes) {
        int flags = header.get(15);
        int duration = number(header, 12);
        return new Frame(
                2 * number(header, 0),
                2 * number(header, 3),
                number(header, 6) + 1,
                number(header, 9) + 1,
                duration < SHORTEST ? USUAL : duration,
                (flags & DO_NOT_BLEND) == 0,
                (flags & DISPOSE) != 0,
                content + FRAME_HEADER,
                bytes - FRAME_HEADER);
    }

    /** Of three bytes. */
    private static int number(ByteBuffer buffer, int at) {
        return buffer.get(at) & 255 | (buffer.get(at + 1) & 255) << 8 | (buffer.get(at + 2) & 255) << 16;
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("it breaks off at byte " + channel.size());
            }
        }
        return buffer.flip();
    }

    private static MediaException damaged(String name, String how) {
        return new MediaException(
                MediaException.Kind.UNREADABLE, name + " is a damaged animated WebP: " + how + "; give another file");
    }
}
