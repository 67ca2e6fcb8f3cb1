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
 * @param pixelFormat as FFmpeg names it, such as {@code yuv420p}
 * @param colour how the numbers mean colours
 * @param audioCodec such as {@code aac}; empty where there is no sound
 * @param audioSampleRate samples a second; 0 where there is no sound
 * @param audioChannels how many; 0 where there is no sound
 * @param videoDuration of the picture stream
 * @param audioDuration of the sound stream
 * @param audioDelay by how much the sound stream starts after the picture stream; negative where it starts before
 * @param startsAtOnce whether the index comes before the media, so that players need not have the whole file
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
        String pixelFormat,
        Colour colour,
        String audioCodec,
        int audioSampleRate,
        int audioChannels,
        Duration videoDuration,
        Duration audioDuration,
        Duration audioDelay,
        boolean startsAtOnce,
        long bytes) {
    /**
     * The tags of ITU-T H.273 by FFmpeg's names; empty where the file says nothing.
     *
     * @param matrix such as {@code bt709}
     * @param primaries such as {@code bt709}
     * @param transfer such as {@code bt709}
     * @param range {@code tv} for the limited one
     */
    public record Colour(String matrix, String primaries, String transfer, String range) {
        public static final Colour BT709 = new Colour("bt709", "bt709", "bt709", "tv");
    }
}
