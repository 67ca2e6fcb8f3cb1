package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.spi.provider.ProviderException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads and writes 16-bit WAV files. */
final class WaveFiles {
    private static final double FULL_SCALE = 32767;

    private WaveFiles() {}

    static void write(Recording recording, Path file) throws ProviderException {
        byte[] bytes = new byte[recording.samples().length * 2];
        for (int i = 0; i < recording.samples().length; i++) {
            int value = (int) Math.round(Math.max(-1, Math.min(1, recording.samples()[i])) * FULL_SCALE);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(recording.rate(), 16, 1, true, false);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(bytes), format, recording.samples().length)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "Cannot write the recording " + file + ": " + e.getMessage(),
                    e);
        }
    }

    /** @param source who wrote the file, for messages */
    static Recording read(Path file, String source) throws ProviderException {
        try (AudioInputStream raw = AudioSystem.getAudioInputStream(file.toFile());
                AudioInputStream sound = AudioSystem.getAudioInputStream(
                        new AudioFormat(
                                raw.getFormat().getSampleRate(),
                                16,
                                raw.getFormat().getChannels(),
                                true,
                                false),
                        raw)) {
            int channels = sound.getFormat().getChannels();
            byte[] bytes = sound.readAllBytes();
            float[] samples = new float[bytes.length / 2 / channels];
            for (int i = 0; i < samples.length; i++) {
                int at = i * 2 * channels;
                samples[i] = (float) ((short) (bytes[at] & 0xff | bytes[at + 1] << 8) / FULL_SCALE);
            }
            return new Recording(samples, Math.round(sound.getFormat().getSampleRate()), List.of());
        } catch (UnsupportedAudioFileException | IOException | IllegalArgumentException e) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE,
                    source + " wrote no WAV file that can be read: " + e.getMessage(),
                    e);
        }
    }
}
