package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.MediaException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The whole pictures of an animated WebP one after the other. FFmpeg 8 decodes its frames, but cannot lay them onto each other: here they
 * are, as RFC 9649 says in "Canvas assembly".
 */
final class WebpUnfolding {
    private static final int CHANNELS = 4;
    private static final int FULL = 255;

    /** Longer steps between pictures are kept exactly; shorter ones only where all are the same. In milliseconds. */
    private static final int SHORTEST_STEP = 17;

    private static final int FAST = 25;

    private final Path file;
    private final AnimatedWebp animation;

    WebpUnfolding(Path file, AnimatedWebp animation) {
        this.file = file;
        this.animation = animation;
    }

    /** Writes its frames as so many still pictures, one after the other. */
    void stills(Path target) throws IOException {
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (AnimatedWebp.Frame frame : animation.frames()) {
                InputStream chunks = Channels.newInputStream(source.position(frame.offset()));
                byte[] content = chunks.readNBytes(Math.toIntExact(frame.bytes()));
                boolean hasAlpha =
                        content.length > 4 && new String(content, 0, 4, StandardCharsets.ISO_8859_1).equals("ALPH");
                byte[] extended = hasAlpha ? extended(frame.width(), frame.height()) : new byte[0];
                int padding = content.length & 1;
                ByteBuffer riff = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
                riff.put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                        .putInt(4 + extended.length + content.length + padding)
                        .put("WEBP".getBytes(StandardCharsets.ISO_8859_1));
                out.write(riff.array());
                out.write(extended);
                out.write(content);
                out.write(new byte[padding]);
            }
        }
    }

    /** The chunk that says that a chunk with alpha follows. */
    private static byte[] extended(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(0x10);
        for (int side : new int[] {width - 1, height - 1}) {
            chunk.putShort((short) side).put((byte) (side >> 16));
        }
        return chunk.array();
    }

    /** Pictures a second as a fraction, at which {@link #canvases} come. */
    String rate() {
        int step = step();
        return step >= SHORTEST_STEP ? "1000/" + step : perSecond() + "/1";
    }

    /** The longest time of which all frames' times are multiples. */
    private int step() {
        int step = 0;
        for (AnimatedWebp.Frame frame : animation.frames()) {
            int other = frame.milliseconds();
            while (other != 0) {
                int rest = step % other;
                step = other;
                other = rest;
            }
        }
        return step;
    }

    private int perSecond() {
        return animation.duration().toMillis()
                        < (long) FAST * animation.frames().size()
                ? 60
                : 30;
    }

    /**
     * Lays the frames onto the canvas and writes what is seen, at even distances of time.
     *
     * @param frames the decoded frames, four bytes a pixel (red, green, blue, alpha)
     * @param target likewise, each of the canvas's size
     * @throws MediaException UNREADABLE where frames could not be decoded, TOO_LARGE beyond the limit of output
     */
    void canvases(Path frames, Path target, IngestLimits limits) throws IOException, MediaException {
        long picture = (long) CHANNELS * animation.width() * animation.height();
        double milliseconds = step() >= SHORTEST_STEP ? step() : 1000.0 / perSecond();
        long pictures = Math.max(1, Math.round(animation.duration().toMillis() / milliseconds));
        if (pictures * picture > limits.work().outputBytes()) {
            throw new MediaException(
                    MediaException.Kind.TOO_LARGE,
                    file.getFileName() + " takes " + pictures * picture + " bytes unpacked, but at most "
                            + limits.work().outputBytes() + " are taken; make it smaller or shorter");
        }
        long expected = animation.frames().stream()
                .mapToLong(frame -> (long) CHANNELS * frame.width() * frame.height())
                .sum();
        if (Files.size(frames) != expected) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    file.getFileName() + " is damaged: not all of its "
                            + animation.frames().size() + " frames can be decoded; give another file");
        }
        byte[] canvas = new byte[Math.toIntExact(picture)];
        long written = 0;
        long shown = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(frames)));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (AnimatedWebp.Frame frame : animation.frames()) {
                byte[] pixels = new byte[CHANNELS * frame.width() * frame.height()];
                in.readFully(pixels);
                lay(pixels, frame, canvas);
                shown += frame.milliseconds();
                // Half a step early, so that the nearest picture is seen where times are not whole steps.
                for (; written < pictures && (written + 0.5) * milliseconds < shown; written++) {
                    out.write(canvas);
                }
                if (frame.cleared()) {
                    clear(frame, canvas);
                }
            }
            for (; written < pictures; written++) {
                out.write(canvas);
            }
        }
    }

    private void lay(byte[] pixels, AnimatedWebp.Frame frame, byte[] canvas) {
        int row = CHANNELS * frame.width();
        for (int y = 0; y < frame.height(); y++) {
            int to = at(frame, y);
            if (!frame.blended()) {
                System.arraycopy(pixels, y * row, canvas, to, row);
                continue;
            }
            for (int i = 0; i < row; i += CHANNELS) {
                blend(pixels, y * row + i, canvas, to + i);
            }
        }
    }

    private void clear(AnimatedWebp.Frame frame, byte[] canvas) {
        for (int y = 0; y < frame.height(); y++) {
            int from = at(frame, y);
            Arrays.fill(canvas, from, from + CHANNELS * frame.width(), (byte) 0);
        }
    }

    private int at(AnimatedWebp.Frame frame, int y) {
        return CHANNELS * ((frame.y() + y) * animation.width() + frame.x());
    }

    /** Straight alpha on straight alpha. */
    private static void blend(byte[] source, int from, byte[] target, int to) {
        int above = source[from + 3] & FULL;
        if (above == FULL) {
            System.arraycopy(source, from, target, to, CHANNELS);
            return;
        }
        int below = ((target[to + 3] & FULL) * (FULL - above) + FULL / 2) / FULL;
        int alpha = above + below;
        if (alpha == 0) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            int mixed = (source[from + i] & FULL) * above + (target[to + i] & FULL) * below;
            target[to + i] = (byte) ((mixed + alpha / 2) / alpha);
        }
        target[to + 3] = (byte) alpha;
    }
}
