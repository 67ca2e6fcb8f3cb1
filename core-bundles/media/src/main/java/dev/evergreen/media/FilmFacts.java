package dev.evergreen.media;

import dev.evergreen.spi.timeline.FrameRate;
import java.time.Duration;

/**
 * What a film's file says of itself.
 *
 * @param container such as {@code mp4}
 * @param videoCodec such as {@code h264}
 * @param videoProfile such as {@code High}
 * @param width pixels
 * @param height pixels
 * @param frameRate the average one
 * @param frames how many there are
 * @param colour matrix, such as {@code bt709}
 * @param audioCodec such as {@code aac}
 * @param audioSampleRate samples a second
 * @param audioChannels how many
 * @param videoDuration of the picture stream
 * @param audioDuration of the sound stream
 * @param bytes the file's size
 */
public record FilmFacts(
        String container,
        String videoCodec,
        String videoProfile,
        int width,
        int height,
        FrameRate frameRate,
        long frames,
        String colour,
        String audioCodec,
        int audioSampleRate,
        int audioChannels,
        Duration videoDuration,
        Duration audioDuration,
        long bytes) {}
