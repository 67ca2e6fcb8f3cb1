package dev.evergreen.media.internal.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Stereo samples in a temporary file, which is gone when this is closed. */
final class SampleFile implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BLOCK * 8).order(ByteOrder.nativeOrder());

    SampleFile(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "mix", ".f32");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    void write(float[] left, float[] right, int n) {
        try {
            for (int i = 0; i < n; i += BLOCK) {
                int count = Math.min(BLOCK, n - i);
                FloatBuffer floats = bytes.clear().asFloatBuffer();
                floats.put(left, i, count).put(right, i, count);
                bytes.limit(count * 8);
                ByteBuffer head =
                        ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, count);
                writeFully(head);
                writeFully(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mixed sound cannot be written", e);
        }
    }

    private void writeFully(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Gives all samples from the start. */
    void replay(Sink target) {
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
        try {
            channel.position(0);
            while (readFully(head.clear())) {
                int count = head.getInt(0);
                readFully(bytes.clear().limit(count * 8));
                FloatBuffer floats = bytes.flip().asFloatBuffer();
                floats.get(left, 0, count).get(right, 0, count);
                target.accept(left, right, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mixed sound cannot be read", e);
        }
    }

    private boolean readFully(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
