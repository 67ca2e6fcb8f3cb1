package dev.evergreen.provider.offline.illustrator.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes pictures as PNG (ISO/IEC 15948) several times faster than ImageIO: filters are chosen by row parity instead of tried out, and the
 * deflate stream (RFC 1951) knows runs of one byte only. Painted textures gain little from a search for longer matches, empty rows
 * nothing.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int FILTER_SUB = 1;
    private static final int FILTER_UP = 2;
    private static final int TRUECOLOUR = 2;
    private static final int TRUECOLOUR_ALPHA = 6;
    private static final int ROWS_A_BLOCK = 64;

    private PngWriter() {}

    /**
     * @param pixels straight-alpha 0xAARRGGBB, row by row
     * @param opaque whether every pixel's alpha is 255, so that it need not be stored
     */
    public static void write(int[] pixels, int width, int height, boolean opaque, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) 8).put((byte) (opaque ? TRUECOLOUR : TRUECOLOUR_ALPHA));
        chunk(out, "IHDR", header.array(), header.capacity());

        int stride = 1 + width * (opaque ? 3 : 4);
        byte[] rows = new byte[stride * ROWS_A_BLOCK];
        RunLengthDeflater deflater = new RunLengthDeflater(rows.length);
        for (int top = 0; top < height; top += ROWS_A_BLOCK) {
            int bottom = Math.min(height, top + ROWS_A_BLOCK);
            for (int y = top; y < bottom; y++) {
                filter(pixels, y, width, opaque, rows, (y - top) * stride);
            }
            deflater.block(rows, (bottom - top) * stride, bottom == height);
            chunk(out, "IDAT", deflater.bytes(), deflater.length());
            deflater.drain();
        }
        chunk(out, "IEND", new byte[0], 0);
    }

    /** Two rows share one line of the brush texture, so every second row is best told by the one above it. */
    private static void filter(int[] pixels, int y, int width, boolean opaque, byte[] rows, int at) {
        boolean up = (y & 1) == 1;
        rows[at++] = (byte) (up ? FILTER_UP : FILTER_SUB);
        int row = y * width;
        int before = 0;
        for (int x = 0; x < width; x++) {
            int pixel = pixels[row + x];
            int guess = up ? pixels[row - width + x] : before;
            rows[at++] = (byte) ((pixel >> 16) - (guess >> 16));
            rows[at++] = (byte) ((pixel >> 8) - (guess >> 8));
            rows[at++] = (byte) (pixel - guess);
            if (!opaque) {
                rows[at++] = (byte) ((pixel >>> 24) - (guess >>> 24));
            }
            before = pixel;
        }
    }

    private static void chunk(OutputStream out, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(name);
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
