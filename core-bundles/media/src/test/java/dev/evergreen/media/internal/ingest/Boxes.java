package dev.evergreen.media.internal.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Boxes of ISO/IEC 14496-12 put together and taken apart, for files that no encoder at hand writes. */
final class Boxes {
    private static final List<String> PARENTS = List.of("moov", "trak", "mdia", "minf", "dinf");

    private Boxes() {}

    static byte[] box(String type, byte[]... contents) {
        byte[] all = join(contents);
        return join(number(4, 8 + all.length), type.getBytes(StandardCharsets.ISO_8859_1), all);
    }

    /** A box with a version and flags. */
    static byte[] full(String type, int version, int flags, byte[]... contents) {
        return box(type, number(4, version << 24 | flags), join(contents));
    }

    static byte[] number(int bytes, long value) {
        byte[] all = ByteBuffer.allocate(8).putLong(value).array();
        return Arrays.copyOfRange(all, 8 - bytes, 8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The first box of a type, wherever it stands, with its head. */
    static byte[] find(byte[] file, String type) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type) - 4;
        return Arrays.copyOfRange(file, at, at + ByteBuffer.wrap(file).getInt(at));
    }

    /** The file with another {@code dref} in each track; offsets stay right where the media come before the index. */
    static byte[] withReferences(byte[] file, byte[] reference) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = 0; at + 8 <= file.length; ) {
            int size = ByteBuffer.wrap(file).getInt(at);
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] content = Arrays.copyOfRange(file, at + 8, at + size);
            if (type.equals("dref")) {
                all.writeBytes(full("dref", 0, 0, number(4, 1), reference));
            } else {
                all.writeBytes(box(type, PARENTS.contains(type) ? withReferences(content, reference) : content));
            }
            at += size;
        }
        return all.toByteArray();
    }

    /** An alias record of Mac OS that points to a path. */
    static byte[] alias(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(name, name.length + name.length % 2);
        return full(
                "alis",
                0,
                0,
                new byte[150],
                number(2, 2),
                number(2, name.length),
                padded,
                number(2, 0xFFFF),
                number(2, 0));
    }

    /**
     * A photograph as telephones store it: tiles of HEVC and an item that puts them together (ISO/IEC 23008-12).
     *
     * @param configuration the box {@code hvcC} of all tiles
     */
    static byte[] heic(byte[] configuration, List<byte[]> tiles, int columns, int side, int width, int height) {
        byte[] head = heicHead(configuration, tiles, columns, side, width, height, 0);
        head = heicHead(configuration, tiles, columns, side, width, height, head.length + 8);
        return join(head, box("mdat", join(tiles.toArray(byte[][]::new)), grid(tiles.size(), columns, width, height)));
    }

    private static byte[] grid(int tiles, int columns, int width, int height) {
        return join(
                number(2, 0),
                number(1, tiles / columns - 1),
                number(1, columns - 1),
                number(2, width),
                number(2, height));
    }

    private static byte[] heicHead(
            byte[] configuration, List<byte[]> tiles, int columns, int side, int width, int height, int mediaAt) {
        int whole = tiles.size() + 1;
        byte[] places = new byte[0];
        byte[] infos = new byte[0];
        byte[] pieces = new byte[0];
        byte[] properties = new byte[0];
        int at = mediaAt;
        for (int i = 1; i <= whole; i++) {
            boolean tile = i < whole;
            int size = tile ? tiles.get(i - 1).length : 8;
            places = join(places, number(2, i), number(2, 0), number(2, 1), number(4, at), number(4, size));
            at += size;
            byte[] type = (tile ? "hvc1" : "grid").getBytes(StandardCharsets.ISO_8859_1);
            infos = join(infos, full("infe", 2, tile ? 1 : 0, number(2, i), number(2, 0), type, number(1, 0)));
            if (tile) {
                pieces = join(pieces, number(2, i));
                properties = join(properties, number(2, i), number(1, 2), number(1, 0x81), number(1, 2));
            } else {
                properties = join(properties, number(2, i), number(1, 1), number(1, 3));
            }
        }
        byte[] meta = full(
                "meta",
                0,
                0,
                full("hdlr", 0, 0, number(4, 0), "pict".getBytes(StandardCharsets.ISO_8859_1), new byte[13]),
                full("pitm", 0, 0, number(2, whole)),
                full("iloc", 0, 0, number(2, 0x4400), number(2, whole), places),
                full("iinf", 0, 0, number(2, whole), infos),
                full("iref", 0, 0, box("dimg", number(2, whole), number(2, tiles.size()), pieces)),
                box(
                        "iprp",
                        box(
                                "ipco",
                                configuration,
                                full("ispe", 0, 0, number(4, side), number(4, side)),
                                full("ispe", 0, 0, number(4, width), number(4, height))),
                        full("ipma", 0, 0, number(4, whole), properties)));
        byte[] brand = "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        return join(box("ftyp", brand), meta);
    }
}
