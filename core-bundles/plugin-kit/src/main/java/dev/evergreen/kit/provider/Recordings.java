package dev.evergreen.kit.provider;

import dev.evergreen.kit.audio.AudioLength;
import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What vendors answer with when they are asked for sound. */
public final class Recordings {
    private static final float FULL_SCALE = 32_767;

    private Recordings() {}

    /**
     * Raw samples of one channel, 16 bits, little endian, as a WAV file; the raw file is removed.
     *
     * @param rate samples a second
     * @throws ProviderException BAD_RESPONSE when there is no sound in it
     */
    public static MediaFile wave(Path raw, int rate, Path wave) throws ProviderException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort() / FULL_SCALE;
            }
            if (samples.length == 0) {
                throw new ProviderException(Kind.BAD_RESPONSE, "The answer holds no sound");
            }
            WaveFiles.write(new WaveFiles.Sound(rate, new float[][] {samples}), wave);
            Files.delete(raw);
            return new MediaFile(wave, "audio/wav");
        } catch (IOException e) {
            throw new ProviderException(
                    Kind.UNAVAILABLE, "The recording cannot be written to the call's workspace: " + e.getMessage(), e);
        }
    }

    /**
     * How long a WAV or MP3 file is.
     *
     * @throws ProviderException BAD_RESPONSE when it is neither
     */
    public static Duration length(Path recording) throws ProviderException {
        try {
            return AudioLength.of(recording)
                    .orElseThrow(
                            () -> new ProviderException(
                                    Kind.BAD_RESPONSE,
                                    "The answer is no sound that can be measured; set the model's format to one with WAV, MP3 or raw sound"));
        } catch (IOException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The answer is no sound: " + e.getMessage(), e);
        }
    }
}
