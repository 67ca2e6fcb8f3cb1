package dev.evergreen.kit.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioLengthTest {
    @TempDir
    Path folder;

    @Test
    void ofAWaveFile() throws Exception {
        Path file = folder.resolve("a.wav");
        WaveFiles.write(new WaveFiles.Sound(24_000, new float[][] {new float[36_000]}), file);
        assertEquals(Optional.of(Duration.ofMillis(1500)), AudioLength.of(file));
    }

    @Test
    void aWaveHeaderThatPromisesTooMuchIsNotBelieved() throws Exception {
        Path file = folder.resolve("a.wav");
        WaveFiles.write(new WaveFiles.Sound(24_000, new float[][] {new float[36_000]}), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {4, 40}) {
            bytes[at] = bytes[at + 1] = bytes[at + 2] = (byte) 0xff;
            bytes[at + 3] = 0x7f;
        }
        Files.write(file, bytes);
        assertEquals(Optional.of(Duration.ofMillis(1500)), AudioLength.of(file));
    }

    @Test
    void ofAnMp3WithTagsAndWithAnyRate() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 5, 1, 2, 3, 4, 5});
        for (int i = 0; i < 100; i++) {
            // MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes of 1152 samples.
            byte[] frame = new byte[417];
            frame[0] = (byte) 0xff;
            frame[1] = (byte) 0xfb;
            frame[2] = (byte) 0x90;
            bytes.write(frame);
        }
        Path file = Files.write(folder.resolve("a.mp3"), bytes.toByteArray());
        assertEquals(
                Math.round(100 * 1152 / 44.1),
                AudioLength.of(file).orElseThrow().toMillis(),
                1);
    }

    @Test
    void ofNeither() throws Exception {
        assertEquals(Optional.empty(), AudioLength.of(Files.writeString(folder.resolve("a.txt"), "neither")));
    }
}
