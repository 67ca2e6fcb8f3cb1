package dev.evergreen.media.internal.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a JPEG picture must be turned to stand upright: the tag Orientation of Exif 2.32, 4.6.4. */
final class Orientation {
    private static final int HEAD = 256 * 1024;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** 1 to 8; 1 where nothing is said. */
    static int of(Path jpeg) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(jpeg)) {
            head = in.readNBytes(HEAD);
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        int at = 2;
        while (at + 4 <= head.length && (head[at] & 255) == 0xFF) {
            int marker = head[at + 1] & 255;
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == 0xDA || length < 2) {
                return 1;
            }
            if (marker == 0xE1 && at + 10 < head.length && bytes.getInt(at + 4) == 0x45786966) {
                return tag(bytes, at + 10, Math.min(head.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int tag(ByteBuffer bytes, int tiff, int end) {
        if (tiff + 8 > end) {
            return 1;
        }
        bytes.order(bytes.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long offset = bytes.getInt(tiff + 4) & 0xFFFFFFFFL;
        if (tiff + offset + 2 > end) {
            return 1;
        }
        int directory = (int) (tiff + offset);
        int entries = bytes.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > end) {
                return 1;
            }
            if ((bytes.getShort(entry) & 0xFFFF) == TAG) {
                int value = bytes.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** The filters that turn it upright, each followed by a comma. */
    static String filters(int orientation) {
        return switch (orientation) {
            case 2 -> "hflip,";
            case 3 -> "hflip,vflip,";
            case 4 -> "vflip,";
            case 5 -> "transpose=0,";
            case 6 -> "transpose=1,";
            case 7 -> "transpose=3,";
            case 8 -> "transpose=2,";
            default -> "";
        };
    }

    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }
}
