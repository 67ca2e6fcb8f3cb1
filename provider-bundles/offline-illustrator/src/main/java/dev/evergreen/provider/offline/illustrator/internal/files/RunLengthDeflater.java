package dev.evergreen.provider.offline.illustrator.internal.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A zlib stream (RFC 1950) of deflate blocks (RFC 1951) with a Huffman code of their own each, whose only matches are repetitions of the
 * last byte.
 */
final class RunLengthDeflater {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int END_OF_BLOCK = 256;
    private static final int SYMBOLS = 286;
    private static final int LONGEST_RUN = 258;
    private static final int SHORTEST_RUN = 4;
    /** Order in which RFC 1951 section 3.2.7 stores the lengths of the code-length code. */
    private static final int[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final Adler32 checksum = new Adler32();
    private final int[] frequencies = new int[SYMBOLS];
    private final int[] others = new int[256];
    private int runEnd;
    /** Literals as they are; runs as {@code 0x10000 + length}. */
    private final int[] tokens;

    private byte[] out;
    private int length;
    private long bits;
    private int bitCount;

    RunLengthDeflater(int largestBlock) {
        tokens = new int[largestBlock + 1];
        out = new byte[largestBlock + largestBlock / 4 + 1024];
        out[length++] = 0x78;
        out[length++] = 0x01;
    }

    /** What is ready to be written, up to {@link #length}. */
    byte[] bytes() {
        return out;
    }

    int length() {
        return length;
    }

    /** Forgets what was written; bits of an unfinished byte stay. */
    void drain() {
        length = 0;
    }

    void block(byte[] data, int size, boolean last) {
        checksum.update(data, 0, size);
        int count = tokenize(data, size);
        int[] lengths = HuffmanCode.lengths(frequencies, 15);
        int[] codes = HuffmanCode.codes(lengths);
        put(last ? 1 : 0, 1);
        put(2, 2);
        header(lengths);
        encode(count, codes, lengths);
        put(codes[END_OF_BLOCK], lengths[END_OF_BLOCK]);
        if (last) {
            finish();
        }
    }

    private void encode(int count, int[] codes, int[] lengths) {
        int[] entries = new int[SYMBOLS];
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            entries[symbol] = codes[symbol] << 4 | lengths[symbol];
        }
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token < 0x10000) {
                int entry = entries[token];
                put(entry >>> 4, entry & 15);
            } else {
                run(token - 0x10000, codes, lengths);
            }
        }
    }

    private int tokenize(byte[] data, int size) {
        Arrays.fill(frequencies, 0);
        Arrays.fill(others, 0);
        int count = 0;
        int at = 0;
        while (at < size) {
            byte value = data[at];
            // Two tables by turns: counting one symbol twice running would wait for the first count.
            if ((at & 1) == 0) {
                frequencies[value & 255]++;
            } else {
                others[value & 255]++;
            }
            tokens[count++] = value & 255;
            at++;
            if (at + SHORTEST_RUN <= size && data[at] == value && data[at + 1] == value && data[at + 2] == value) {
                count = runs(data, at, size, count);
                at = runEnd;
            }
        }
        for (int symbol = 0; symbol < 256; symbol++) {
            frequencies[symbol] += others[symbol];
        }
        frequencies[END_OF_BLOCK] = 1;
        return count;
    }

    /** Notes the repetitions of the byte before {@code at} and leaves their end in {@link #runEnd}. */
    private int runs(byte[] data, int at, int size, int count) {
        int differs = Arrays.mismatch(data, at, size, data, at - 1, size - 1);
        int end = differs < 0 ? size : at + differs;
        int noted = count;
        while (end - at >= SHORTEST_RUN) {
            int run = Math.min(end - at, LONGEST_RUN);
            tokens[noted++] = 0x10000 + run;
            frequencies[runSymbol(run)]++;
            at += run;
        }
        runEnd = at;
        return noted;
    }

    /** The symbol of a length of 3 to 258, by the table of RFC 1951 section 3.2.5. */
    private static int runSymbol(int run) {
        if (run == LONGEST_RUN) {
            return 285;
        }
        int offset = run - 3;
        if (offset < 8) {
            return 257 + offset;
        }
        int extra = 29 - Integer.numberOfLeadingZeros(offset);
        return 257 + 4 * extra + 4 + ((offset >> extra) & 3);
    }

    private void run(int run, int[] codes, int[] lengths) {
        int symbol = runSymbol(run);
        put(codes[symbol], lengths[symbol]);
        int offset = run - 3;
        if (run < LONGEST_RUN && offset >= 8) {
            int extra = 29 - Integer.numberOfLeadingZeros(offset);
            put(offset & ((1 << extra) - 1), extra);
        }
        // The only distance code has one bit and means a distance of one.
        put(0, 1);
    }

    private void header(int[] lengths) {
        put(SYMBOLS - 257, 5);
        put(0, 5);
        int[] lengthFrequencies = new int[19];
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            lengthFrequencies[lengths[symbol]]++;
        }
        lengthFrequencies[1]++;
        int[] lengthLengths = HuffmanCode.lengths(lengthFrequencies, 7);
        int[] lengthCodes = HuffmanCode.codes(lengthLengths);
        put(19 - 4, 4);
        for (int symbol : LENGTH_ORDER) {
            put(lengthLengths[symbol], 3);
        }
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            put(lengthCodes[lengths[symbol]], lengthLengths[lengths[symbol]]);
        }
        put(lengthCodes[1], lengthLengths[1]);
    }

    private void finish() {
        if (bitCount % 8 != 0) {
            put(0, 8 - bitCount % 8);
        }
        flush();
        int sum = (int) checksum.getValue();
        for (int shift = 24; shift >= 0; shift -= 8) {
            out[length++] = (byte) (sum >> shift);
        }
    }

    private void put(int value, int count) {
        bits |= (long) value << bitCount;
        bitCount += count;
        if (bitCount >= 32) {
            if (length + 8 > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            INT.set(out, length, (int) bits);
            length += 4;
            bits >>>= 32;
            bitCount -= 32;
        }
    }

    private void flush() {
        if (length + 16 > out.length) {
            out = Arrays.copyOf(out, out.length * 2);
        }
        while (bitCount >= 8) {
            out[length++] = (byte) bits;
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
