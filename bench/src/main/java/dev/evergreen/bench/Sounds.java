package dev.evergreen.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Voices and music, as far as loudness, pauses and spectrum matter: buzzing syllables, and chords with overtones. */
final class Sounds {
    static final int RATE = 48_000;
    private static final double[][] CHORDS = {
        {220, 261.63, 329.63}, {174.61, 220, 261.63}, {261.63, 329.63, 392}, {196, 246.94, 293.66}
    };

    private Sounds() {}

    /** A sentence of 2.4 to 3.6 seconds, mono. */
    static Path voice(Path file, int number) throws IOException {
        double seconds = 2.4 + number % 5 * .3;
        double pitch = 105 + number % 3 * 18;
        return make(file, seconds, 1, i -> {
            double time = (double) i / RATE;
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 3.7 * time));
            double sum = 0;
            for (int k = 1; k < 20; k++) {
                sum += Math.sin(2 * Math.PI * pitch * k * time + k * k) / k;
            }
            return .2 * Math.min(1, 20 * Math.min(time, seconds - time)) * syllable * sum;
        });
    }

    /** 75 seconds, stereo. */
    static Path music(Path file) throws IOException {
        return make(file, 75, 2, i -> {
            double time = (double) (i / 2) / RATE;
            double bar = time % 2.5;
            double envelope = Math.min(bar / .05, 1) * Math.exp(-.5 * bar);
            double sum = 0;
            for (double pitch : CHORDS[(int) (time / 2.5) % CHORDS.length]) {
                double detuned = i % 2 == 0 ? pitch : 1.003 * pitch;
                for (int k = 1; k < 4; k++) {
                    sum += Math.sin(2 * Math.PI * detuned * k * time) / (k * k);
                }
            }
            return .16 * envelope * sum;
        });
    }

    private static Path make(Path file, double seconds, int channels, IntToDoubleFunction sample) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        int count = (int) (seconds * RATE);
        ByteBuffer pcm = ByteBuffer.allocate(2 * channels * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < channels * count; i++) {
            pcm.putShort((short) Math.round(32_767 * Math.max(-1, Math.min(1, sample.applyAsDouble(i)))));
        }
        AudioFormat format = new AudioFormat(RATE, 16, channels, true, false);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (AudioInputStream sound = new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, count)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, part.toFile());
        }
        Files.move(part, file);
        return file;
    }
}
