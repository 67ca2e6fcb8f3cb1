package dev.evergreen.exporter.mp4.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * Plans an upload by YouTube's published encoding settings (support.google.com/youtube/answer/1722171): H.264 High, progressive, two
 * B-frames, closed groups of half the frame rate, 4:2:0, AAC-LC stereo at 48 kHz and 384 kbit/s, a cap on the rate by size.
 */
@Component(property = EffectPlugin.ID + "=evergreen.mp4")
public final class Mp4Exporter implements Exporter {
    private static final double LOUDNESS = -14;
    private static final double TRUE_PEAK = -1;
    private static final int B_FRAMES = 2;
    private static final double FAST = 48;

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        if (source.width() % 2 != 0 || source.height() % 2 != 0) {
            throw new IllegalArgumentException("H.264 in 4:2:0 needs even sides, but the film is " + source.width()
                    + "x" + source.height() + "; choose an even canvas");
        }
        double rate = source.frameRate().framesPerSecond();
        return new EncodingPlan(
                Container.MP4,
                new VideoEncoding(
                        VideoCodec.H264,
                        whole(request, "quality", 20),
                        cap(source, rate),
                        Math.max(1, (int) Math.round(rate / 2)),
                        B_FRAMES,
                        Map.of("preset", word(request, "speed", "veryfast"), "profile", "high")),
                new AudioEncoding(AudioCodec.AAC, whole(request, "audioBitrate", 384_000), LOUDNESS, TRUE_PEAK),
                List.of(SideFile.SUBRIP, SideFile.WEB_VTT));
    }

    /** YouTube's recommended rate for the size and frame rate, in bits a second; the upper one where it gives a range. */
    private static long cap(MediaFormat source, double rate) {
        int shorter = Math.min(source.width(), source.height());
        boolean fast = rate > FAST;
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

    private static int whole(ExportRequest request, String name, int fallback) {
        return request.parameters().get(name) instanceof Number number ? number.intValue() : fallback;
    }

    private static String word(ExportRequest request, String name, String fallback) {
        return request.parameters().get(name) instanceof String word ? word : fallback;
    }
}
