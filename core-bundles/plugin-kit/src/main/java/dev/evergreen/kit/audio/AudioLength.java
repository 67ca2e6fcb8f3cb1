package dev.evergreen.kit.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** How long a recording is, by its own bytes: WAV by its header, MP3 by counting frames (ISO/IEC 11172-3, 2.4.1.3 and 13818-3). */
public final class AudioLength {
    private static final int[] RATES_1 = {44_100, 48_000, 32_000};
    private static final int[] BITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] BITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int TAG = 10;

    private AudioLength() {}

    /** Empty when the file is neither a WAV nor an MP3 file. */
    public static Optional<Duration> of(Path file) throws IOException {
        Optional<Duration> wave = wave(file);
        return wave.isPresent() ? wave : mp3(Files.readAllBytes(file));
    }

    private static Optional<Duration> wave(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[4];
            if (bytes.length() < 44 || bytes.read(head) < 4 || !"RIFF".equals(text(head, 0, 4))) {
                return Optional.empty();
            }
        }
        try {
            AudioFileFormat format = AudioSystem.getAudioFileFormat(file.toFile());
            double frames = format.getFrameLength();
            int size = format.getFormat().getFrameSize();
            // A header that was written before the sound was known promises more than there is.
            double most = (double) (Files.size(file) - 44) / size;
            double counted = frames < 0 || frames > most ? most : frames;
            return Optional.of(seconds(counted / format.getFormat().getFrameRate()));
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(file.getFileName() + " begins as a WAV file but is none that can be read", e);
        }
    }

    private static Optional<Duration> mp3(byte[] bytes) {
        int at = bytes.length > TAG && "ID3".equals(text(bytes, 0, 3)) ? TAG + synchsafe(bytes) : 0;
        double seconds = 0;
        while (at + 4 <= bytes.length) {
            int header = (bytes[at] & 0xff) << 24
                    | (bytes[at + 1] & 0xff) << 16
                    | (bytes[at + 2] & 0xff) << 8
                    | bytes[at + 3] & 0xff;
            int version = header >> 19 & 3;
            int bits = header >> 12 & 15;
            int rate = header >> 10 & 3;
            boolean frame = header >>> 21 == 0x7ff && version != 1 && (header >> 17 & 3) == 1 && rate < 3;
            if (!frame || bits == 0 || bits == 15) {
                // What stands between frames, or after the last, is no sound.
                at++;
                continue;
            }
            boolean first = version == 3;
            int hertz = RATES_1[rate] / (first ? 1 : version == 2 ? 2 : 4);
            int kilobits = first ? BITS_1[bits] : BITS_2[bits];
            int samples = first ? 1152 : 576;
            seconds += (double) samples / hertz;
            at += samples / 8 * kilobits * 1000 / hertz + (header >> 9 & 1);
        }
        return seconds > 0 ? Optional.of(seconds(seconds)) : Optional.empty();
    }

    private static int synchsafe(byte[] bytes) {
        return (bytes[6] & 0x7f) << 21 | (bytes[7] & 0x7f) << 14 | (bytes[8] & 0x7f) << 7 | bytes[9] & 0x7f;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
