package dev.evergreen.kit.provider;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** What picture files say about themselves, for vendors that take only some. */
public final class PictureFiles {
    private static final int WEBP_HEAD = 30;
    private static final int SIDE = 0x3fff;
    private static final int LONG_SIDE = 0xffffff;

    private PictureFiles() {}

    /**
     * How large a PNG, JPEG or WebP file is, by its header: nothing is decoded.
     *
     * @return empty when it is none of these
     */
    public static Optional<PictureSizes.Size> size(Path file) throws IOException {
        Optional<PictureSizes.Size> webp = webp(file);
        if (webp.isPresent()) {
            return webp;
        }
        try (ImageInputStream content = ImageIO.createImageInputStream(file.toFile())) {
            if (content == null) {
                return Optional.empty();
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content, true, true);
                return Optional.of(new PictureSizes.Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** RFC 9649: the first chunk of a WebP file has its size, in one of three ways. */
    private static Optional<PictureSizes.Size> webp(Path file) throws IOException {
        byte[] bytes = new byte[WEBP_HEAD];
        if (Files.size(file) < WEBP_HEAD) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            new DataInputStream(content).readFully(bytes);
        }
        if (!text(bytes, 0).equals("RIFF") || !text(bytes, 8).equals("WEBP")) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (text(bytes, 12)) {
            case "VP8 " -> Optional.of(new PictureSizes.Size(head.getShort(26) & SIDE, head.getShort(28) & SIDE));
            case "VP8L" -> {
                int bits = head.getInt(21);
                yield Optional.of(new PictureSizes.Size((bits & SIDE) + 1, (bits >> 14 & SIDE) + 1));
            }
            case "VP8X" ->
                Optional.of(new PictureSizes.Size(
                        (head.getInt(24) & LONG_SIDE) + 1, (head.getInt(26) >>> 8 & LONG_SIDE) + 1));
            default -> Optional.empty();
        };
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
