package dev.evergreen.kit.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads and writes WAV files with 16-bit samples. */
public final class WaveFiles {
    private static final double FULL_SCALE = 32767;
    private static final int BYTES = 2;

    private WaveFiles() {}

    /**
     * Sound in memory.
     *
     * @param rate samples a second
     * @param channels samples from -1 to 1 by channel, all of one length
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared never
    public record Sound(int rate, float[][] channels) {
        public int length() {
            return channels[0].length;
        }
    }

    /** Samples beyond full scale are clipped. */
    public static void write(Sound sound, Path file) throws IOException {
        int count = sound.channels().length;
        ByteBuffer bytes = ByteBuffer.allocate(sound.length() * count * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < sound.length(); i++) {
            for (float[] channel : sound.channels()) {
                bytes.putShort((short) Math.round(Math.max(-1, Math.min(1, channel[i])) * FULL_SCALE));
            }
        }
        AudioFormat format = new AudioFormat(sound.rate(), Byte.SIZE * BYTES, count, true, false);
        try (AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, sound.length())) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    /** @throws IOException also when the file is no WAV file */
    public static Sound read(Path file) throws IOException {
        try (AudioInputStream raw = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat source = raw.getFormat();
            AudioFormat format =
                    new AudioFormat(source.getSampleRate(), Byte.SIZE * BYTES, source.getChannels(), true, false);
            try (AudioInputStream stream = AudioSystem.getAudioInputStream(format, raw)) {
                ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
                float[][] channels = new float[format.getChannels()][bytes.capacity() / BYTES / format.getChannels()];
                for (int i = 0; i < channels[0].length; i++) {
                    for (float[] channel : channels) {
                        channel[i] = (float) (bytes.getShort() / FULL_SCALE);
                    }
                }
                return new Sound(Math.round(format.getSampleRate()), channels);
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " is no WAV file that can be read", e);
        }
    }
}
