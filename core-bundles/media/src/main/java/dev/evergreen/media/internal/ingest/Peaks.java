package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.internal.av.SampleSource;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The outline of a sound, in the data format of audiowaveform, version 2. */
final class Peaks {
    static final int SAMPLES_A_PAIR = 256;
    static final int HEAD_BYTES = 24;

    private static final int BLOCK = 64 * SAMPLES_A_PAIR;

    private Peaks() {}

    static void write(SampleSource sound, Path target) throws IOException {
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
            file.position(HEAD_BYTES);
            int pairs = 0;
            int got = sound.read(left, right, 0, BLOCK);
            while (got > 0) {
                ByteBuffer block =
                        ByteBuffer.allocate(BLOCK / SAMPLES_A_PAIR * 4).order(ByteOrder.LITTLE_ENDIAN);
                for (int at = 0; at < got; at += SAMPLES_A_PAIR) {
                    add(left, right, at, Math.min(got, at + SAMPLES_A_PAIR), block);
                    pairs++;
                }
                write(file, block.flip());
                got = sound.read(left, right, 0, BLOCK);
            }
            file.position(0);
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int number : new int[] {2, 0, FrameRate.SAMPLE_RATE, SAMPLES_A_PAIR, pairs, 1}) {
                head.putInt(number);
            }
            write(file, head.flip());
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static void add(float[] left, float[] right, int from, int to, ByteBuffer block) {
        float lowest = 0;
        float highest = 0;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, Math.min(left[i], right[i]));
            highest = Math.max(highest, Math.max(left[i], right[i]));
        }
        block.putShort(sixteenBits(lowest)).putShort(sixteenBits(highest));
    }

    private static short sixteenBits(float sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * Short.MAX_VALUE)));
    }
}
