package dev.evergreen.kit.export;

import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.PictureSize;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import java.util.List;
import java.util.Map;

/**
 * Plans uploads by YouTube's published encoding settings (support.google.com/youtube/answer/1722171): H.264 High, progressive, two
 * B-frames, closed groups of half the frame rate, 4:2:0, AAC-LC stereo at 48 kHz, a cap on the rate by size. TikTok and Instagram take the
 * same files.
 */
public final class Uploads {
    /** Integrated loudness that the platforms play at, in LUFS. */
    public static final double LOUDNESS = -14;

    /** Highest true peak, in dBTP. */
    public static final double TRUE_PEAK = -1;

    private static final int B_FRAMES = 2;
    private static final double FAST = 48;
    private static final double EQUAL_PROPORTIONS = 0.01;

    private Uploads() {}

    /** Whether a frame rate counts as a high one, with the larger caps. */
    public static boolean fast(double framesPerSecond) {
        return framesPerSecond >= FAST;
    }

    /** YouTube's recommended rate for a size and frame rate, in bits a second; the upper one where it gives a range. */
    public static long cap(PictureSize size, double framesPerSecond) {
        int shorter = Math.min(size.width(), size.height());
        boolean fast = fast(framesPerSecond);
        if (shorter > 1440) {
            return fast ? 68_000_000 : 45_000_000;
        }
        if (shorter > 1080) {
            return fast ? 24_000_000 : 16_000_000;
        }
        if (shorter > 720) {
            return fast ? 12_000_000 : 8_000_000;
        }
        return fast ? 7_500_000 : 5_000_000;
    }

    /** H.264 as the platforms want it. */
    public static VideoEncoding h264(int quality, long cap, double framesPerSecond, String speed) {
        int group = Math.max(1, (int) Math.round(framesPerSecond / 2));
        return new VideoEncoding(
                VideoCodec.H264, quality, cap, group, B_FRAMES, Map.of("preset", speed, "profile", "high"));
    }

    /** An MP4 with the captions beside it. */
    public static EncodingPlan mp4(MediaFormat film, PictureSize size, Options options) {
        double rate = film.frameRate().framesPerSecond();
        boolean own = size.width() == film.width() && size.height() == film.height();
        EncodingPlan plan = new EncodingPlan(
                Container.MP4,
                h264(options.whole("quality", 20), cap(size, rate), rate, options.word("speed", "veryfast")),
                new AudioEncoding(AudioCodec.AAC, options.whole("audioBitrate", 384_000), LOUDNESS, TRUE_PEAK),
                List.of(SideFile.SUBRIP, SideFile.WEB_VTT));
        return own
                ? plan
                : new EncodingPlan(plan.container(), plan.video(), plan.audio(), plan.sideFiles(), size, List.of());
    }

    /** The film's own size. */
    public static PictureSize size(MediaFormat film) {
        if (film.width() % 2 != 0 || film.height() % 2 != 0) {
            throw new IllegalArgumentException("Video in 4:2:0 needs even sides, but the film is " + film.width() + "x"
                    + film.height() + "; choose an even canvas");
        }
        return new PictureSize(film.width(), film.height());
    }

    /** The size with the film's proportions whose shorter side has so many pixels. */
    public static PictureSize scaled(MediaFormat film, int shorter) {
        double scale = (double) shorter / Math.min(film.width(), film.height());
        return new PictureSize(even(film.width() * scale), even(film.height() * scale));
    }

    /**
     * A size of given proportions.
     *
     * @param format how people write them, such as {@code 9:16}
     * @throws IllegalArgumentException where the film has others
     */
    public static PictureSize exactly(MediaFormat film, int width, int height, String format) {
        double own = (double) film.width() / film.height();
        double wanted = (double) width / height;
        if (Math.abs(own / wanted - 1) > EQUAL_PROPORTIONS) {
            throw new IllegalArgumentException("This preset is " + format + ", " + width + "x" + height
                    + ", but the film is " + film.width() + "x" + film.height()
                    + "; make the film with the format " + format + ", or choose a preset that keeps the film's");
        }
        return new PictureSize(width, height);
    }

    private static int even(double pixels) {
        return Math.max(16, (int) Math.round(pixels / 2) * 2);
    }
}
